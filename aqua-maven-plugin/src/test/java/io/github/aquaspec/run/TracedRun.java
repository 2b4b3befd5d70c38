package io.github.aquaspec.run;

import io.github.aquaspec.client.Pause;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.snapshot.OneThreadDisk;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A {@link GoldenRun} as a process for strace. Its last line tells how it has ended. */
final class TracedRun {

    static final String ENDED = "ENDED ";

    private TracedRun() {}

    /** Arguments: the server and the folder. */
    public static void main(String[] args) throws Exception {
        JobOutcome outcome = new GoldenRun(URI.create(args[0]), Path.of(args[1]))
                .upTo(GoldenRun.END, new OneThreadDisk(), RetryPolicy.DEFAULT, Pause.REAL);
        String codes = outcome.diagnostics().stream()
                .map(found -> found.code().id())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        System.out.println((ENDED + (outcome.isFailed() ? "failed " : "well ") + codes).strip());
        System.exit(outcome.isFailed() ? 1 : 0);
    }
}
