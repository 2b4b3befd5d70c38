package io.github.aquaspec.run;

import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SourceMap;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.source.SpecPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns an AQuA error code into a finding at the line that it is about (Zuora documentation, AQuA API error codes).
 */
final class Rejection {

    /** What a code is about, and what to do. */
    private record Meaning(String key, boolean inQuery, String fix) {}

    private static final Map<String, Meaning> MEANINGS = Map.of(
            "90004", new Meaning("queries", false, "leave at most 50 queries; put the others into another manifest"),
            "90012",
                    new Meaning(
                            "deleted",
                            true,
                            "add `forceExport: true` to `deleted`, or make the job stateful with version 1.1, partner"
                                    + " and project"),
            "90014", new Meaning("notifyUrl", false, "shorten it to less than 5000 characters"),
            "90015", new Meaning("incrementalTime", false, "write it as \"2015-01-21 10:30:01\""),
            "90016", new Meaning("queries", false, "add a query, or make the job stateful"),
            "90017", new Meaning("deleted", true, "remove `deleted` from queries of this object"),
            "90019",
                    new Meaning(
                            "partner",
                            false,
                            "ask Zuora Global Support for a partner id; to run without state, leave out partner and"
                                    + " project"),
            "90021", new Meaning("convertToCurrencies", true, "use ISO codes of currencies that the tenant has"),
            "90028", new Meaning("", false, "run again when fewer jobs are under way"));

    private Rejection() {}

    static Diagnostic of(JobPlan plan, CallFailure failure) {
        Meaning meaning = failure.code().map(MEANINGS::get).orElse(null);
        String code = failure.code().map(c -> " (" + c + ")").orElse("");
        Diagnostic diagnostic = Diagnostic.of(ServerCode.REJECTED, "Zuora does not take the job" + code)
                .why("Zuora says: " + failure.message());
        Optional<Span> field = FieldInQuery.place(plan, failure.message());
        if (field.isPresent()) {
            return diagnostic
                    .at(field.get(), "this field")
                    .fix("correct the name, or take it out: the object or the API version does not have it");
        }
        if (meaning == null) {
            return diagnostic.at(plan.places().key(SpecPath.ROOT.key("queries")));
        }
        return diagnostic.at(place(plan, meaning)).fix(meaning.fix());
    }

    /** Whether running again can help. */
    static Retry retry(CallFailure failure) {
        List<String> passing = List.of("90006", "90008", "90010", "90022", "90028");
        return failure.code().filter(passing::contains).isPresent() ? Retry.LATER : Retry.NEVER;
    }

    private static Span place(JobPlan plan, Meaning meaning) {
        SourceMap places = plan.places();
        if (meaning.inQuery()) {
            for (int i = 0; i < plan.spec().queries().size(); i++) {
                SpecPath path = SpecPath.ROOT.key("queries").index(i).key(meaning.key());
                if (places.has(path)) {
                    return places.key(path);
                }
            }
        }
        return places.key(SpecPath.ROOT.key(meaning.key()));
    }
}
