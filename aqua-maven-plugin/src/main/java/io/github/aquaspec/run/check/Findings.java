package io.github.aquaspec.run.check;

import io.github.aquaspec.run.event.QueryCheck;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.model.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Collects what is found about the results of a job and which checks found it; sets apart what the manifest accepts. */
public final class Findings {

    private final JobPlan plan;
    private final List<Suppression> ofJob;
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<Suppressed> accepted = new ArrayList<>();
    private final List<QueryCheck> checks = new ArrayList<>();

    public Findings(JobPlan plan) {
        this.plan = plan;
        this.ofJob = plan.spec().suppress();
    }

    /** What to write into a query whose result is right as it is. */
    static String toSuppress(Code code) {
        return "add `suppress: [{code: " + code.id() + ", reason: …}]` to the query";
    }

    /** A finding about the job. */
    public void add(Diagnostic diagnostic) {
        add(diagnostic, ofJob.stream());
    }

    /** A finding about one query. */
    void add(Diagnostic diagnostic, QuerySpec query) {
        add(diagnostic, Stream.concat(query.suppress().stream(), ofJob.stream()));
    }

    /**
     * A check of one query was made.
     *
     * @param told what it found wrong or odd
     */
    public void made(
            QueryCheck.Kind kind, int query, Optional<String> expected, Optional<String> got, List<Diagnostic> told) {
        QuerySpec spec = plan.spec().queries().get(query);
        Findings ofCheck = new Findings(plan);
        told.forEach(diagnostic -> ofCheck.add(diagnostic, spec));
        made(kind, Optional.of(query), plan.stems().get(query), expected, got, ofCheck);
    }

    /** The same with words on both sides. */
    void made(QueryCheck.Kind kind, int query, String expected, String got, List<Diagnostic> told) {
        made(kind, query, Optional.of(expected), Optional.of(got), told);
    }

    /** A check of the session was made. */
    void ofSession(QueryCheck.Kind kind, String expected, String got, List<Diagnostic> told) {
        Findings ofCheck = new Findings(plan);
        told.forEach(ofCheck::add);
        made(kind, Optional.empty(), "session", Optional.of(expected), Optional.of(got), ofCheck);
    }

    private void made(
            QueryCheck.Kind kind,
            Optional<Integer> query,
            String name,
            Optional<String> expected,
            Optional<String> got,
            Findings ofCheck) {
        found.addAll(ofCheck.found);
        accepted.addAll(ofCheck.accepted);
        checks.add(new QueryCheck(query, name, kind, expected, got, ofCheck.found, ofCheck.accepted));
    }

    /** Errors cannot be accepted. */
    private void add(Diagnostic diagnostic, Stream<Suppression> suppressions) {
        Optional<Suppression> suppression = suppressions
                .filter(s -> !diagnostic.isError()
                        && s.code().equals(diagnostic.code().id()))
                .findFirst();
        suppression.ifPresentOrElse(
                s -> accepted.add(new Suppressed(diagnostic, s.reason())), () -> found.add(diagnostic));
    }

    public Verdict verdict() {
        return new Verdict(found, accepted, checks);
    }
}
