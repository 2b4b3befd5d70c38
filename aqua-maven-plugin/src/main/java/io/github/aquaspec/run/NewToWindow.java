package io.github.aquaspec.run;

import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.List;

/** Warns of queries that join a window that is under way: of what was there before they get nothing. */
public final class NewToWindow {

    private NewToWindow() {}

    /** A warning for each query of a plan that was not part of what was published last. */
    public static List<Diagnostic> of(JobPlan plan) {
        return verdict(plan).found();
    }

    static ContentCheck.Verdict verdict(JobPlan plan) {
        Findings findings = new Findings(plan);
        plan.window()
                .ifPresent(window -> window.newcomers()
                        .forEach(query -> findings.add(
                                of(plan, window, query), plan.spec().queries().get(query))));
        return findings.verdict();
    }

    private static Diagnostic of(JobPlan plan, WindowPlan window, int query) {
        return Diagnostic.of(
                        StateCode.NEW_TO_WINDOW,
                        "the query of `" + plan.dataFile(query)
                                + "` is not one of those published last, and the window begins at "
                                + window.range().from())
                .at(plan.places().value(FieldInQuery.query(query)))
                .fix("to have its older records too, extract them once with -Daqua.select=" + plan.id()
                        + " -Daqua.window.from="
                        + plan.spec().window().orElseThrow().initial() + " -Daqua.window.to="
                        + window.before().orElseThrow().watermark());
    }
}
