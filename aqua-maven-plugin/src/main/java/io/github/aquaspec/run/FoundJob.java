package io.github.aquaspec.run;

import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.client.JobStatus;
import io.github.aquaspec.run.check.BatchMatch;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.ServerTime;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.WindowRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A job that was submitted under a run key from outside, and may have been there before: another machine, or this one
 * before its disk was emptied, may have run under the same key.
 *
 * @param plan what was submitted
 * @param job as it stands
 * @param sent when, by the server's clock
 * @param zone in which the data centre writes times that carry none, where known
 */
record FoundJob(JobPlan plan, JobReply job, Instant sent, Optional<ZoneId> zone) {

    /** Older ones are not of this night. */
    private static final Duration OLDEST = Duration.ofHours(12);
    /** Clocks are no more exact than this; a job that is younger is as good as new. */
    private static final Duration NEW = Duration.ofMinutes(1);

    private static final String FIX =
            "give each run a key of its own: leave aqua.runKey out, or put the number of the build"
                    + " into it; then run again; where the key is that of a CI run, run once with -Daqua.fresh";

    /** How old it is; empty for one that is new, as far as anybody can tell. */
    Optional<Duration> age() {
        return sinceStart().filter(age -> age.compareTo(NEW) > 0);
    }

    private Optional<Duration> sinceStart() {
        return job.startTime()
                .flatMap(text -> ServerTime.parse(text, zone))
                .map(start -> Duration.between(start, sent));
    }

    /** Whether it came to nothing before: the run that it was of has failed. One of unknown age may be of any run. */
    boolean isDead() {
        boolean dead = job.status().isEnd() && job.status() != JobStatus.COMPLETED;
        return dead && (age().isPresent() || sinceStart().isEmpty());
    }

    /** Whether the run that it was of was published: it is what was published last, or its window lies before that. */
    boolean isPublished(Optional<Published> before) {
        boolean last =
                before.filter(published -> published.jobId().equals(job.id())).isPresent();
        boolean behind = before.isPresent()
                && adopted()
                        .filter(window -> !window.to().isAfter(before.get().watermark()))
                        .isPresent();
        return last || behind;
    }

    /** The window that it has, where it is another than was planned. */
    Optional<WindowRange> adopted() {
        return plan.window().isEmpty() || echoes() ? Optional.empty() : plan.windowOf(job);
    }

    /** The same, where it is surely another. */
    Optional<WindowRange> otherWindow() {
        return adopted()
                .filter(range -> !range.equals(plan.window().orElseThrow().range()));
    }

    /**
     * Makes sure that it is the job of this run.
     *
     * @throws JobFailedException when it is too old, or asks something else
     */
    void require(Optional<Published> before) throws JobFailedException {
        if (!echoes() && adopted().isEmpty()) {
            throw another("its queries are others");
        }
        requireWindow(before);
        requireYoung();
    }

    /** The same of one that a run before has found, and may not have come to look at; its own is of this run anyway. */
    void requireOfStoppedRun(Optional<Published> before) throws JobFailedException {
        if (otherWindow().isPresent()) {
            if (isPublished(before)) {
                throw another("its window is published already");
            }
            requireWindow(before);
        }
    }

    private void requireWindow(Optional<Published> before) throws JobFailedException {
        Optional<WindowRange> adopted = adopted();
        if (adopted.isPresent()) {
            Instant done = before.map(Published::watermark)
                    .orElse(plan.spec().window().orElseThrow().initial());
            if (adopted.get().from().isAfter(done)) {
                throw another(
                        "its window begins at " + adopted.get().from() + ", and everything is published up to " + done);
            }
        }
    }

    private void requireYoung() throws JobFailedException {
        Optional<Duration> age = age();
        if (age.isPresent() && age.get().compareTo(OLDEST) > 0) {
            throw new JobFailedException(
                            Diagnostic.of(
                                            StateCode.FOUND_TOO_OLD,
                                            "job " + job.id() + " was found under this run key, and began "
                                                    + age.get().toHours() + " hours ago")
                                    .fix(FIX),
                            Retry.NOW)
                    .ofTheJob();
        }
    }

    /** Whether every query that was sent is there, word for word. */
    private boolean echoes() {
        return plan.spec().queries().stream()
                .allMatch(query -> job.batches().stream().anyMatch(batch -> BatchMatch.echoes(query, batch)));
    }

    private JobFailedException another(String what) {
        return new JobFailedException(
                        Diagnostic.of(
                                        StateCode.FOUND_ANOTHER,
                                        "job " + job.id() + " was found under this run key, and " + what)
                                .at(plan.atQueries())
                                .fix(FIX),
                        Retry.NOW)
                .ofTheJob();
    }
}
