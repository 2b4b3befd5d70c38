package io.github.aquaspec.report;

import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.event.RunListener;
import io.github.aquaspec.run.failure.LocalTrouble;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Writes {@code trace.log}: a line for each request and each change of state, when it happens, so that a build that is
 * killed leaves it. When it cannot be written, the run goes on without.
 */
public final class TraceLog implements RunListener {

    private static final String NAME = "trace.log";
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path path;
    private final UnaryOperator<String> shown;
    private final Clock clock;
    private Optional<Diagnostic> trouble = Optional.empty();

    /**
     * A trace.
     *
     * @param directory where it goes
     * @param shown makes one line of a text, without secrets and without anything that is obeyed
     */
    public TraceLog(Path directory, UnaryOperator<String> shown, Clock clock) {
        this.path = directory.resolve(NAME);
        this.shown = shown;
        this.clock = clock;
    }

    /**
     * Begins.
     *
     * @param anew in the place of the trace of a build before; otherwise behind what this build has written already,
     *     where that is still there
     * @param words about the build
     */
    public void begun(boolean anew, String words) {
        if (anew || !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            written(() -> new ReceiptFile(path).write(new byte[0]));
        }
        line("-", words);
    }

    /** Says something of the whole build. */
    public void note(String words) {
        line("-", words);
    }

    @Override
    public void on(RunEvent event) {
        TraceText.of(event).forEach(words -> line(event.id().text(), words));
    }

    /** What went wrong, the first time that a line could not be written; there is no other one after it. */
    public synchronized Optional<Diagnostic> trouble() {
        return trouble;
    }

    private synchronized void line(String id, String words) {
        String line = shown.apply(INSTANT.format(clock.instant()) + " " + id + " " + words) + "\n";
        written(() -> append(line.getBytes(StandardCharsets.UTF_8)));
    }

    /** Opened for each line: what a thread writes that is interrupted closes no file under the others. */
    private void append(byte[] line) throws IOException {
        try (OutputStream out = Files.newOutputStream(
                path, StandardOpenOption.WRITE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS)) {
            out.write(line);
        }
    }

    /** Writes something. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private synchronized void written(Writing writing) {
        if (trouble.isPresent()) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            writing.run();
        } catch (ClosedByInterruptException e) {
            // Just now: rather twice than not at all.
            interrupted |= Thread.interrupted();
            written(writing);
        } catch (IOException e) {
            trouble = Optional.of(LocalTrouble.ofTrace(e, path));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
