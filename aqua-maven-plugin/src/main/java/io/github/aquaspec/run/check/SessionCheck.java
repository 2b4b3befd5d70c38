package io.github.aquaspec.run.check;

import io.github.aquaspec.client.JobEcho;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.event.QueryCheck;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.plan.DataCentreTime;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.ServerTime;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.Expect.Load;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.model.Session;
import io.github.aquaspec.spec.source.SpecPath;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a completed job of a session against what its answers repeat, and the loads of its queries against what the
 * state lets expect. All of it is plausibility: nobody has proven it against every tenant.
 */
public final class SessionCheck {

    private final JobPlan plan;
    private final JobEcho echo;
    private final Optional<ZoneId> zone;
    private final Findings findings;
    private final List<String> asked = new ArrayList<>();
    private final List<String> repeated = new ArrayList<>();
    private final List<Diagnostic> others = new ArrayList<>();

    private SessionCheck(JobPlan plan, JobReply job, Optional<ZoneId> zone) {
        this.plan = plan;
        this.echo = job.echo();
        this.zone = zone;
        this.findings = new Findings(plan);
    }

    /**
     * Judges a job.
     *
     * @param loads for each query of the plan what comes of it; {@code ANY} for those behind the end
     * @param zone in which the data centre reads times, where known
     */
    public static Verdict of(
            JobPlan plan, JobReply job, List<QueryResult> results, List<Load> loads, Optional<ZoneId> zone) {
        SessionCheck check = new SessionCheck(plan, job, zone);
        if (plan.spec().isStateful()) {
            check.session(plan.spec().session());
        }
        for (QueryResult result : results) {
            DeletedCheck.of(plan, result, check.findings);
            if (result.query() < loads.size()) {
                check.load(result, loads.get(result.query()));
            }
        }
        return check.findings.verdict();
    }

    private void session(Session session) {
        compare("partner", session.partner(), echo.partner(), false);
        compare("project", session.project(), echo.project(), true);
        compare("offset", session.offset().map(String::valueOf), echo.offset().map(String::valueOf), false);
        session.incrementalTime().ifPresent(this::incrementalTime);
        if (!asked.isEmpty()) {
            findings.ofSession(QueryCheck.Kind.ECHO, String.join(", ", asked), String.join(", ", repeated), others);
        }
    }

    /** Zuora may write a project in lower case (Zuora documentation, samples of Get job results). */
    private void compare(String key, Optional<String> wanted, Optional<String> echoed, boolean anyCase) {
        if (wanted.isPresent() && echoed.isPresent()) {
            boolean same = anyCase
                    ? wanted.get().equalsIgnoreCase(echoed.get())
                    : wanted.get().equals(echoed.get());
            compared(key, "\"" + wanted.get() + "\"", "\"" + echoed.get() + "\"", same);
        }
    }

    private void incrementalTime(LocalDateTime wanted) {
        String shown = "\"" + DataCentreTime.WRITTEN.format(wanted) + "\"";
        Optional<String> echoed = echo.incrementalTime();
        if (echoed.isEmpty()) {
            compared("incrementalTime", shown, "none", false);
        } else if (zone.isPresent()) {
            compared(
                    "incrementalTime",
                    shown + " (" + zone.get() + ")",
                    instant(echoed.get(), zone.get()).map(Instant::toString).orElse("\"" + echoed.get() + "\""),
                    meant(wanted, echoed.get(), zone.get()));
        }
    }

    private static boolean meant(LocalDateTime wanted, String echoed, ZoneId zone) {
        Set<Instant> meanings = new DataCentreTime(zone).meanings(wanted);
        return echoed.equals(DataCentreTime.WRITTEN.format(wanted))
                || instant(echoed, zone).filter(meanings::contains).isPresent();
    }

    /** A number of milliseconds, or a time as Zuora writes others. */
    private static Optional<Instant> instant(String text, ZoneId zone) {
        return text.matches("\\d{1,15}")
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(text)))
                : ServerTime.parse(text, zone);
    }

    private void compared(String key, String wanted, String echoed, boolean same) {
        asked.add(key + " " + wanted);
        repeated.add(key + " " + echoed);
        if (!same) {
            others.add(Diagnostic.of(
                            TransferCode.SESSION_ECHO,
                            "the job was asked for " + key + " " + wanted + ", and repeats " + echoed)
                    .at(plan.places().value(SpecPath.ROOT.key(key)))
                    .fix("compare with mvn aqua:plan; give Zuora Support the job id where that is what you meant"));
        }
    }

    private void load(QueryResult result, Load expected) {
        Optional<Boolean> full = result.batch().full();
        QuerySpec query = plan.spec().queries().get(result.query());
        if (expected == Load.ANY || query.expect().load().isPresent() || full.isEmpty()) {
            return;
        }
        findings.made(
                QueryCheck.Kind.LOAD,
                result.query(),
                expected == Load.FULL ? "a full load" : "an incremental load",
                full.get() ? "a full load" : "an incremental load",
                full.get() == (expected == Load.FULL) ? List.of() : List.of(oddLoad(result, full.get())));
    }

    private Diagnostic oddLoad(QueryResult result, boolean full) {
        String name = plan.quoted(result.query());
        return Diagnostic.of(
                        TransferCode.ODD_LOAD,
                        full
                                ? "query " + name + " brought a full load, though it was published before and"
                                        + " is unchanged"
                                : "query " + name + " brought an incremental load, though it is new to its"
                                        + " session or changed")
                .at(plan.at(result.query(), "query"))
                .fix("tell whoever merges the data; write `expect: {load: …}` to make it an error, or `load:"
                        + " any` to take both");
    }
}
