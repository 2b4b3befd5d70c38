package io.github.aquaspec.run;

/** Is told what happens. Called from many threads. */
@FunctionalInterface
public interface RunListener {

    void on(RunEvent event);
}
