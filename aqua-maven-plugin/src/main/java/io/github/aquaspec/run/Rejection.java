package io.github.aquaspec.run;

import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.run.check.FieldInQuery;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.ServerCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.Encryption;
import io.github.aquaspec.spec.source.SourceMap;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.source.SpecPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Turns an AQuA error code into a finding at the line that it is about (Zuora documentation, AQuA API error codes).
 */
final class Rejection {

    /** What a code is about, and what to do. */
    private record Meaning(String key, boolean inQuery, String fix) {}

    private static final String LATER = "run again later; where it stays, give Zuora Support the request id";

    private static final String NO_KEY_SET_UP =
            "where this tenant has no key for encrypted files set up, ask Zuora Support for it, or write `encrypted: none`;"
                    + " otherwise run again later";

    private static final Set<String> PASSING = Set.of("90006", "90008", "90010", "90022", "90028");

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            job("90004", "queries", "leave at most 50 queries; put the others into another manifest"),
            query("90005", "query", "correct the query; Zuora's Export ZOQL pages show what it takes"),
            job("90006", "queries", LATER),
            job("90008", "queries", LATER),
            job("90009", "queries", "give the user behind these credentials access to AQuA"),
            job("90010", "queries", LATER),
            query(
                    "90012",
                    "deleted",
                    "add `forceExport: true` to `deleted`, or make the job stateful with version 1.1, partner and"
                            + " project"),
            job("90014", "notifyUrl", "shorten it to less than 5000 characters"),
            job("90015", "incrementalTime", "write it as \"2015-01-21 10:30:01\""),
            job("90016", "queries", "add a query, or make the job stateful with version 1.1, partner and project"),
            query("90017", "deleted", "remove `deleted` from queries of objects that do not support it"),
            job("90018", "queries", "give the API user permission to read the objects of all queries"),
            job(
                    "90019",
                    "partner",
                    "ask Zuora Global Support for a partner id; to run without state, leave out partner and project"),
            query("90020", "query", "write `distinct` only inside `count(…)`"),
            query("90021", "convertToCurrencies", "use ISO codes of currencies that the tenant has"),
            job("90022", "queries", LATER),
            job("90028", "queries", "run again when fewer jobs of this tenant are under way"));

    private static Map.Entry<String, Meaning> job(String code, String key, String fix) {
        return Map.entry(code, new Meaning(key, false, fix));
    }

    private static Map.Entry<String, Meaning> query(String code, String key, String fix) {
        return Map.entry(code, new Meaning(key, true, fix));
    }

    private Rejection() {}

    static Diagnostic of(JobPlan plan, CallFailure failure) {
        Meaning meaning = failure.code().map(MEANINGS::get).orElse(null);
        String code = failure.code().map(c -> " (" + c + ")").orElse("");
        Diagnostic diagnostic = Diagnostic.of(ServerCode.REJECTED, "Zuora does not take the job" + code)
                .why("Zuora says: " + failure.message());
        Optional<Span> named = FieldInQuery.place(plan, failure.message());
        if (named.isPresent()) {
            return diagnostic
                    .at(named.get(), "here")
                    .fix("correct the name, put it in quotes where it is text, or take it out:"
                            + " the tenant or the API version does not have it");
        }
        if (failure.code().filter("90010"::equals).isPresent()
                && plan.spec().results().effectiveEncryption() == Encryption.PGP) {
            return diagnostic
                    .at(plan.places().key(SpecPath.ROOT.key("encrypted")))
                    .fix(NO_KEY_SET_UP);
        }
        return meaning == null
                ? diagnostic.at(plan.atQueries()).fix(LATER)
                : diagnostic.at(place(plan, meaning)).fix(meaning.fix());
    }

    /** Whether running again can help. */
    static Retry retry(CallFailure failure) {
        return failure.code().filter(PASSING::contains).isPresent() ? Retry.LATER : Retry.NEVER;
    }

    /** The first query that has the key, when a query is at fault; all of them, when it may be any. */
    private static Span place(JobPlan plan, Meaning meaning) {
        SourceMap places = plan.places();
        List<SpecPath> having = IntStream.range(0, plan.spec().queries().size())
                .mapToObj(i -> SpecPath.ROOT.key("queries").index(i).key(meaning.key()))
                .filter(path -> meaning.inQuery() && places.has(path))
                .toList();
        if (having.isEmpty()) {
            return places.key(SpecPath.ROOT.key(meaning.inQuery() ? "queries" : meaning.key()));
        }
        boolean any = meaning.key().equals("query") && having.size() > 1;
        return any ? places.key(SpecPath.ROOT.key("queries")) : places.key(having.get(0));
    }
}
