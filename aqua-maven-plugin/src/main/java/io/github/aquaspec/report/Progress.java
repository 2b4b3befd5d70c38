package io.github.aquaspec.report;

import io.github.aquaspec.run.RunEvent;
import io.github.aquaspec.run.RunListener;
import java.util.function.Consumer;

/** A line for each change of state. */
public final class Progress implements RunListener {

    private final Consumer<String> out;

    public Progress(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void on(RunEvent event) {
        ChangeText.of(event).forEach(line -> out.accept(event.id() + ": " + line));
    }
}
