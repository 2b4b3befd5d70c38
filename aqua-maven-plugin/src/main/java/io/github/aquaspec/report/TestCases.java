package io.github.aquaspec.report;

import io.github.aquaspec.report.TestSuite.Case;
import io.github.aquaspec.report.TestSuite.Verdict;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.QueryCheck;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Printable;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the run of a manifest came to, as test cases: one per check; one more, named after the last step, where it was
 * published or failed otherwise; and one per query of which nothing is known because of that.
 */
final class TestCases {

    private final JobOutcome outcome;
    private final Chronicle chronicle;
    private final List<Diagnostic> untold;
    private final List<Case> cases = new ArrayList<>();

    TestCases(JobOutcome outcome, Chronicle chronicle) {
        this.outcome = outcome;
        this.chronicle = chronicle;
        this.untold = untold(outcome, chronicle.checks());
        if (outcome instanceof JobOutcome.Skipped skipped) {
            cases.add(Case.skipped("run", Printable.of(skipped.reason())));
        } else {
            checks();
            step();
            unchecked();
        }
    }

    /** Of a run that has not come to an end. */
    static List<Case> running() {
        String message = "the run has not ended: it is under way, or its build was killed";
        return List.of(new Case("run", Verdict.ERROR, "running", message, message));
    }

    List<Case> all() {
        return cases;
    }

    /** What no case tells. */
    String notes() {
        boolean told = cases.stream().anyMatch(one -> one.verdict() == Verdict.ERROR);
        return told ? "" : TextRenderer.render(untold);
    }

    private static List<Diagnostic> untold(JobOutcome outcome, List<QueryCheck> checks) {
        Set<Object> told = new HashSet<>();
        checks.stream().flatMap(check -> check.told().stream()).forEach(found -> told.add(mark(found)));
        return outcome.diagnostics().stream()
                .filter(found -> !told.contains(mark(found)))
                .toList();
    }

    /** Not by its words: those of an outcome have lost their secrets already. */
    private static Object mark(Diagnostic found) {
        return List.of(found.code().id(), found.where());
    }

    private void checks() {
        Map<String, Integer> names = new HashMap<>();
        for (QueryCheck check : chronicle.checks()) {
            String name = check.name() + ": " + check.kind().word();
            int count = names.merge(name, 1, Integer::sum);
            cases.add(checked(count == 1 ? name : name + " (" + count + ")", check));
        }
    }

    private Case checked(String name, QueryCheck check) {
        boolean fails = check.result() == QueryCheck.Result.FAILED
                || (check.result() == QueryCheck.Result.WARNED && warningsStop());
        String text = text(check);
        return fails
                ? new Case(
                        name,
                        Verdict.FAILURE,
                        check.code().orElse(""),
                        Printable.of(check.told().get(0).message()),
                        text)
                : new Case(name, Verdict.PASSED, "", "", text);
    }

    /** Nothing was published, and nothing but warnings was found. */
    private boolean warningsStop() {
        return outcome instanceof JobOutcome.Failed
                && outcome.diagnostics().stream().noneMatch(Diagnostic::isError);
    }

    private static String text(QueryCheck check) {
        List<String> parts = new ArrayList<>();
        check.expected().ifPresent(words -> parts.add("expected: " + Printable.of(words)));
        check.found().ifPresent(words -> parts.add("found: " + Printable.of(words)));
        check.told().forEach(found -> parts.add(TextRenderer.render(found)));
        check.accepted()
                .forEach(accepted -> parts.add("accepted, " + Printable.of(accepted.reason()) + ":\n"
                        + TextRenderer.render(accepted.diagnostic())));
        return String.join("\n", parts);
    }

    /** How far the run came; nothing where a check says why it came no further. */
    private void step() {
        if (outcome instanceof JobOutcome.Published published && !outcome.isFailed()) {
            cases.add(new Case(
                    RunStep.PUBLISH.word(), Verdict.PASSED, "", "", "published, from job " + published.jobId()));
            return;
        }
        boolean explained = cases.stream().anyMatch(one -> one.verdict() == Verdict.FAILURE);
        if (explained && untold.stream().noneMatch(Diagnostic::isError)) {
            return;
        }
        RunStep step = outcome instanceof JobOutcome.Published ? RunStep.PUBLISH : chronicle.step();
        Optional<Diagnostic> worst = untold.stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .or(() -> untold.stream().findFirst());
        cases.add(new Case(
                step.word(),
                Verdict.ERROR,
                worst.map(found -> found.code().id()).orElse(""),
                Printable.of(worst.map(Diagnostic::message).orElse("the run failed")),
                TextRenderer.render(untold)));
    }

    private void unchecked() {
        Set<Integer> known = new HashSet<>();
        chronicle.checks().forEach(check -> check.query().ifPresent(known::add));
        List<String> stems = chronicle.plan().map(JobPlan::stems).orElse(List.of());
        for (int query = 0; query < stems.size() && outcome instanceof JobOutcome.Failed; query++) {
            if (!known.contains(query)) {
                String name = stems.get(query) + ": " + QueryCheck.Kind.INTEGRITY.word();
                cases.add(Case.skipped(name, "the run failed before"));
            }
        }
    }
}
