package io.github.aquaspec.run.failure;

import io.github.aquaspec.snapshot.LeftoverException;
import io.github.aquaspec.snapshot.StandingException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/** Turns trouble of this machine into a finding. */
public final class LocalTrouble {

    private LocalTrouble() {}

    /** Somebody stopped the build. */
    public static Diagnostic interrupted() {
        return interrupted(false);
    }

    /** The same, where the job was to be cancelled then. */
    public static Diagnostic interrupted(boolean cancelled) {
        return Diagnostic.of(
                        LocalCode.INTERRUPTED,
                        "the build was stopped" + (cancelled ? ", and its job with it (aqua.cancelOnAbort)" : ""))
                .fix(
                        cancelled
                                ? "run it again: another job is submitted"
                                : "run it again: it goes on with the same job");
    }

    /** Somebody stopped the build, and the snapshot stood already. */
    public static Diagnostic interruptedBehindPublishing(Path snapshot) {
        return Diagnostic.of(
                        LocalCode.INTERRUPTED,
                        "the build was stopped once the snapshot stood in " + snapshot + ", and did not remember it")
                .why("The snapshot is published and whole; only the next run remembers it.")
                .fix("run it again: it goes on with the same job, and fetches nothing");
    }

    /** Whether it comes of being told to stop: a file that is being written then is closed under its thread. */
    public static boolean isStop(Throwable e) {
        return e instanceof ClosedByInterruptException || (e.getCause() != null && isStop(e.getCause()));
    }

    /** What failed once the new snapshot stood, so that it cannot be remembered yet. */
    public static Diagnostic behindPublishing(StandingException e, Path snapshot) {
        return isStop(e)
                ? interruptedBehindPublishing(snapshot)
                : Diagnostic.of(
                                LocalCode.CANNOT_WRITE,
                                "the snapshot stands in " + snapshot + ", and the disk does not say that it will last: "
                                        + e.getCause().getMessage())
                        .why("What may be gone after the next power cut is not remembered as published.")
                        .fix("check the disk, then run again: it goes on with the same job");
    }

    /** The old snapshot cannot be deleted. */
    public static Diagnostic leftover(LeftoverException e) {
        return Diagnostic.of(
                        LocalCode.LEFTOVER,
                        "cannot delete what is left of the snapshot before, " + e.path() + ": "
                                + reason(e.getCause()).orElse("unknown trouble"))
                .fix("give this user write access to that folder and to all in it, or delete it by hand: until it is"
                        + " gone, no run of the manifest begins");
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

    /** What went wrong while a line was to be written to {@code trace}. */
    public static Diagnostic ofTrace(IOException e, Path trace) {
        String place = trace.toString();
        String reason = reason(e)
                .filter(told -> !told.equals(place))
                .map(told -> ": " + told)
                .orElse("");
        return Diagnostic.of(LocalCode.NO_TRACE, "cannot write " + place + reason)
                .fix("check the disk and the folder, or choose another -Daqua.reportDirectory");
    }

    /** What went wrong while something was to be written where a property says. */
    public static Diagnostic diagnostic(IOException e, Path output, String property) {
        if (e instanceof LeftoverException left) {
            return leftover(left);
        }
        String place = e instanceof FileSystemException fs && fs.getFile() != null ? fs.getFile() : output.toString();
        String reason = reason(e).orElse(place);
        Diagnostic diagnostic = Diagnostic.of(
                LocalCode.CANNOT_WRITE, "cannot write " + place + (reason.equals(place) ? "" : ": " + reason));
        return diagnostic.fix(
                e instanceof AccessDeniedException
                        ? "give this user write access there, or choose another -D" + property
                        : "check the disk and the folder, or choose another -D" + property);
    }

    private static Optional<String> reason(Throwable e) {
        String told = e instanceof FileSystemException fs && fs.getReason() != null ? fs.getReason() : e.getMessage();
        return Optional.ofNullable(told);
    }
}
