package io.github.aquaspec.bench.build;

import io.github.aquaspec.client.Identity;
import io.github.aquaspec.run.plan.Polling;
import io.github.aquaspec.run.plan.RequestEstimate;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What is lost between the end of a job and the question that finds it, and what the questions cost: worked out with the
 * waits of a run, without waiting. Around each time, jobs of three quarters to four thirds of it are looked at.
 */
final class PollingLoss implements WholeBuild.Measurement {

    private static final double NEAR = 4.0 / 3;
    private static final int JOBS = 20_000;
    private static final List<Duration> TIMES = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3));

    /** What jobs between two times lose: of their time in the mean and at most, and seconds at most. */
    private record Loss(double mean, double share, double seconds) {

        /** As many jobs of 2 to 4 seconds as of 1 to 2 hours. */
        static Loss between(double from, double to) {
            double sum = 0;
            double share = 0;
            double seconds = 0;
            for (int i = 0; i < JOBS; i++) {
                double job = from * Math.pow(to / from, (i + 0.5) / JOBS);
                double lost = lost(job);
                sum += lost / job;
                share = Math.max(share, lost / job);
                seconds = Math.max(seconds, lost);
            }
            return new Loss(sum / JOBS, share, seconds);
        }

        private static double lost(double job) {
            Duration end = Duration.ofNanos(Math.round(job * 1e9));
            Duration asked = Duration.ZERO;
            while (asked.compareTo(end) < 0) {
                asked = asked.plus(Polling.ADAPTIVE.next(asked));
            }
            return PollingLoss.seconds(asked.minus(end));
        }
    }

    @Override
    public void measure(Path work, PrintStream out) {
        out.println("| job of about | lost in the mean % | at most % | at most s | requests |\n|---|---|---|---|---|");
        for (Duration time : TIMES) {
            Loss loss = Loss.between(seconds(time) / NEAR, Math.min(seconds(time) * NEAR, 3 * 3600));
            row(out, word(time), loss, Long.toString(requests(time)));
        }
        row(out, "2 s to 3 h", Loss.between(2, 3 * 3600), "");
        Duration longest = Duration.ofHours(3);
        long tokens = Identity.CLIENT_CREDENTIALS.tokens(longest);
        out.printf(
                "%n50 jobs of 3 h that share their tokens: %d requests of 10,000 a day%n",
                50 * (requests(longest) - tokens) + tokens);
    }

    private static void row(PrintStream out, String what, Loss loss, String requests) {
        out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %s |%n",
                what,
                100 * loss.mean(),
                100 * loss.share(),
                loss.seconds(),
                requests);
    }

    /** The tokens, the submission, the questions and the file. */
    private static long requests(Duration job) {
        return new RequestEstimate(Polling.ADAPTIVE, Identity.CLIENT_CREDENTIALS, Duration.ofHours(4), 1, 1).of(job);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static String word(Duration time) {
        long seconds = time.toSeconds();
        return seconds < 60 ? seconds + " s" : seconds < 3600 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }
}
