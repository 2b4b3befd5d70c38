package io.github.aquaspec.run.check;

import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.WindowPlan;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.source.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Warns of ranges of time that bring less than they seem to: those that end where transactions are still becoming visible
 * (Zuora documentation, High water mark), and those that start where deleted records are gone (Export deleted data).
 */
public final class TimeRangeAdvice {

    private static final Duration VISIBLE = Duration.ofHours(2);
    private static final Duration KEPT = Duration.ofDays(30);

    private final JobPlan plan;
    private final Instant now;
    private final Findings findings;

    private TimeRangeAdvice(JobPlan plan, Instant now) {
        this.plan = plan;
        this.now = now;
        this.findings = new Findings(plan);
    }

    /**
     * What there is to say of a plan that is about to be submitted.
     *
     * @param clock now, by our clock; a run as of another instant goes by that
     */
    public static Verdict of(JobPlan plan, Instant clock) {
        Optional<Instant> asOf = plan.window().filter(WindowPlan::isNext).map(WindowPlan::now);
        TimeRangeAdvice advice = new TimeRangeAdvice(plan, asOf.orElse(clock));
        for (int i = 0; i < plan.spec().queries().size(); i++) {
            QuerySpec query = plan.spec().queries().get(i);
            for (UpdatedDateBound bound : UpdatedDateBound.of(query, advice.now)) {
                advice.judge(bound, query, i);
            }
        }
        return advice.findings.verdict();
    }

    /**
     * The same of a job that goes on in a session: it brings what was deleted since what was published last.
     *
     * @param before what was published last
     */
    public static Verdict ofSession(JobPlan plan, Optional<Published> before, Instant clock) {
        TimeRangeAdvice advice = new TimeRangeAdvice(plan, clock);
        boolean goesOn = SessionPublished.of(before, plan.spec().session())
                .filter(session -> session.watermark().isBefore(clock.minus(KEPT)))
                .isPresent();
        for (int i = 0; goesOn && i < plan.written().queries().size(); i++) {
            QuerySpec query = plan.written().queries().get(i);
            Span place = plan.places().key(FieldInQuery.deleted(i));
            query.deleted()
                    .ifPresent(deleted -> advice.findings.add(advice.missing().at(place), query));
        }
        return advice.findings.verdict();
    }

    private void judge(UpdatedDateBound bound, QuerySpec query, int index) {
        Span place = plan.places()
                .within(
                        FieldInQuery.query(index),
                        bound.range().from(),
                        bound.range().to());
        boolean isOfWindow = place.text().contains("${window.");
        if (!bound.isLower() && !isOfWindow && bound.earliest().isAfter(now.minus(VISIBLE))) {
            findings.add(tooLate(place), query);
        }
        if (bound.isLower() && query.deleted().isPresent() && bound.latest().isBefore(now.minus(KEPT))) {
            Severity severity = isOfWindow && isFirst() ? Severity.NOTE : Severity.WARNING;
            findings.add(tooEarly(place, index).severity(severity), query);
        }
    }

    /** A first window has nothing before it that a deletion could have to be taken out of. */
    private boolean isFirst() {
        return plan.window()
                .filter(window -> window.origin() == WindowPlan.Origin.INITIAL)
                .isPresent();
    }

    private Diagnostic tooLate(Span place) {
        return Diagnostic.of(
                        TargetCode.ENDS_TOO_LATE,
                        "the range ends less than 2 hours before now, " + now.truncatedTo(ChronoUnit.SECONDS))
                .at(place)
                .fix("end it earlier, or leave it to `window` and ${window.to}, which ends in time by itself");
    }

    private Diagnostic tooEarly(Span place, int index) {
        return missing()
                .at(place, "starts here")
                .related(plan.places().key(FieldInQuery.deleted(index)), "asks for deleted records");
    }

    private Diagnostic missing() {
        return Diagnostic.of(
                        TargetCode.DELETED_TOO_LONG_AGO,
                        "records that were deleted before " + now.minus(KEPT).truncatedTo(ChronoUnit.SECONDS)
                                + " are missing from this job")
                .fix("compare a full load with what you have, once, to find the deletions before that");
    }
}
