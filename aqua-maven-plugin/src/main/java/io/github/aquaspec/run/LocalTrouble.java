package io.github.aquaspec.run;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Turns trouble with files into a finding. */
public final class LocalTrouble {

    private LocalTrouble() {}

    /** Somebody stopped the build. */
    public static Diagnostic interrupted() {
        return interrupted(false);
    }

    /** The same, where the job was to be cancelled then. */
    static Diagnostic interrupted(boolean cancelled) {
        return Diagnostic.of(
                        LocalCode.INTERRUPTED,
                        "the build was stopped" + (cancelled ? ", and its job with it (aqua.cancelOnAbort)" : ""))
                .fix(
                        cancelled
                                ? "run it again: another job is submitted"
                                : "run it again: it goes on with the same job");
    }

    /** The JVM has no room left. */
    public static Diagnostic outOfMemory() {
        return Diagnostic.of(LocalCode.OUT_OF_MEMORY, "Maven has run out of memory")
                .fix(
                        "give it more, for instance with MAVEN_OPTS=-Xmx512m, or lower aqua.parallelDownloads; then run again");
    }

    /** What went wrong while something was to be written to {@code output}. */
    public static Diagnostic diagnostic(IOException e, Path output) {
        return diagnostic(e, output, "aqua.outputDirectory");
    }

    /** What went wrong while a receipt was to be written to {@code reports}. */
    public static Diagnostic ofReceipts(IOException e, Path reports) {
        return diagnostic(e, reports, "aqua.reportDirectory");
    }

    private static Diagnostic diagnostic(IOException e, Path output, String property) {
        String place = e instanceof FileSystemException fs && fs.getFile() != null ? fs.getFile() : output.toString();
        String reason = e instanceof FileSystemException fs && fs.getReason() != null ? fs.getReason() : e.getMessage();
        Diagnostic diagnostic = Diagnostic.of(
                LocalCode.CANNOT_WRITE,
                "cannot write " + place + (reason == null || reason.equals(place) ? "" : ": " + reason));
        return diagnostic.fix(
                e instanceof AccessDeniedException
                        ? "give this user write access there, or choose another -D" + property
                        : "check the disk and the folder, or choose another -D" + property);
    }
}
