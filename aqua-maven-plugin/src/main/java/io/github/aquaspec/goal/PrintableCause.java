package io.github.aquaspec.goal;

import java.util.function.UnaryOperator;

/**
 * Stands for an exception where Maven prints its trace: the same places, its words made harmless. A message of a library
 * may quote whatever a server sent.
 */
final class PrintableCause extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Causes of causes that are told; a chain may be a ring. */
    private static final int DEEPEST = 16;

    private PrintableCause(String words, Throwable cause) {
        super(words, cause);
    }

    static PrintableCause of(Throwable trouble, UnaryOperator<String> words) {
        return of(trouble, words, 1);
    }

    private static PrintableCause of(Throwable trouble, UnaryOperator<String> words, int depth) {
        Throwable because = trouble.getCause();
        PrintableCause printable = new PrintableCause(
                words.apply(trouble.toString()),
                because == null || depth == DEEPEST ? null : of(because, words, depth + 1));
        printable.setStackTrace(trouble.getStackTrace());
        return printable;
    }
}
