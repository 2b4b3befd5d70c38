package io.github.aquaspec.goal;

import io.github.aquaspec.report.Frame;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.maven.execution.MavenExecutionRequest;

/**
 * The terminal that somebody looks at. It is written to past System.out, before which Maven puts what takes control
 * sequences out (Jansi, JLine) or what leads into a file ({@code -l}).
 */
final class Terminal {

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

    private Terminal() {}

    /**
     * The terminal, where it can be drawn on: input and output are one, nobody has asked Maven to be quiet about it, and one
     * goal runs at a time, so that nothing is printed past our log.
     *
     * @param variables of the environment
     */
    static Optional<Terminal> find(MavenExecutionRequest request, UnaryOperator<String> variables) {
        boolean drawn = request.isInteractiveMode()
                && request.getDegreeOfConcurrency() <= 1
                && canBeDrawnOn(variables)
                && isConnected(System.console());
        return drawn ? Optional.of(new Terminal()) : Optional.empty();
    }

    /** CI systems have terminals that nobody looks at; what has no TERM, as in a Windows console, may know no sequences. */
    static boolean canBeDrawnOn(UnaryOperator<String> variables) {
        String ci = variables.apply("CI");
        String term = variables.apply("TERM");
        return (ci == null || ci.isBlank() || ci.equalsIgnoreCase("false"))
                && term != null
                && !term.isBlank()
                && !term.equals("dumb");
    }

    /** Up to Java 21 there is a console where input and output are terminals; from 22 on there is always one, which says so. */
    static boolean isConnected(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** A terminal that is gone has nobody before it; the run goes on. */
    void draw(Frame frame) {
        try {
            out.write(frame.bytes());
        } catch (IOException e) {
            // nothing is lost that anybody could have seen
        }
    }
}
