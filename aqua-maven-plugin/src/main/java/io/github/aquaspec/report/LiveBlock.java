package io.github.aquaspec.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A few lines at the foot of a terminal that are drawn again and again in their place. What is printed above them is printed
 * through {@link #above}. Where no terminal was given to it, nothing is drawn. Safe for threads.
 */
public final class LiveBlock {

    private final UnaryOperator<String> shown;
    private Optional<Consumer<Frame>> terminal = Optional.empty();
    private List<String> drawn = List.of();

    /**
     * A block.
     *
     * @param shown makes a line of a text in which nothing drives a terminal
     */
    public LiveBlock(UnaryOperator<String> shown) {
        this.shown = shown;
    }

    /** From now on, it is drawn there. */
    public synchronized void open(Consumer<Frame> on) {
        terminal = Optional.of(on);
    }

    /** Draws lines in the place of those before; at least one. */
    synchronized void draw(List<String> lines) {
        if (terminal.isPresent()) {
            List<String> next = lines.stream().map(shown).toList();
            terminal.get().accept(Frame.drawing(drawn.size(), next));
            drawn = next;
        }
    }

    /** Prints something that ends with a line's end, and leaves the block below it. */
    public synchronized void above(Runnable print) {
        List<String> lines = drawn;
        erase();
        print.run();
        if (!lines.isEmpty()) {
            draw(lines);
        }
    }

    /** Takes the block away; nothing is drawn any more. */
    public synchronized void close() {
        erase();
        terminal = Optional.empty();
    }

    private void erase() {
        if (!drawn.isEmpty()) {
            terminal.orElseThrow().accept(Frame.erasing(drawn.size()));
            drawn = List.of();
        }
    }
}
