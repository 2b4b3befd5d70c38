package io.github.aquaspec.run;

/** Is told what happens. Called from many threads. */
@FunctionalInterface
public interface RunListener {

    void on(RunEvent event);

    /** Tells another one too, after this one. */
    default RunListener and(RunListener other) {
        return event -> {
            on(event);
            other.on(event);
        };
    }
}
