package io.github.aquaspec.fuzz;

/** Where Jazzer enters; see {@code JazzerProofTest}. */
public final class JazzerMain {

    private static Target target;

    private JazzerMain() {}

    /** Told first: the subject, and whether it is the one with the bug. */
    public static void fuzzerInitialize(String[] arguments) {
        Subject subject = Subject.valueOf(arguments[0]);
        // Not Bounded: classes are instrumented when they are first met, in this thread. The JVM has little memory.
        target = "planted".equals(arguments[1]) ? subject.planted() : subject.real();
    }

    /** Told each input. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        target.take(input);
    }
}
