package io.github.aquaspec.run;

import io.github.aquaspec.spec.source.SourceMap;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.source.SpecPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the place that a server's message is about. AQuA names the field it does not know and not the query, so the
 * query that names the field is looked for.
 */
final class FieldInQuery {

    private static final Pattern NO_FIELD = Pattern.compile("There is no field named ([A-Za-z0-9_.]+[A-Za-z0-9_])");

    private FieldInQuery() {}

    /** The first place of the field that the message names; empty where it names none, or none is found. */
    static Optional<Span> place(JobPlan plan, String message) {
        return find(plan, message, allQueries(plan));
    }

    /** The same within one query. */
    static Optional<Span> place(JobPlan plan, String message, int query) {
        return find(plan, message, List.of(query));
    }

    static SpecPath query(int query) {
        return SpecPath.ROOT.key("queries").index(query).key("query");
    }

    private static Optional<Span> find(JobPlan plan, String message, List<Integer> queries) {
        Matcher named = NO_FIELD.matcher(message);
        if (!named.find()) {
            return Optional.empty();
        }
        Pattern word = Pattern.compile("\\b" + Pattern.quote(named.group(1)) + "\\b", Pattern.CASE_INSENSITIVE);
        SourceMap places = plan.places();
        for (int i : queries) {
            Matcher found = word.matcher(plan.spec().queries().get(i).query());
            if (found.find()) {
                return Optional.of(places.within(query(i), found.start(), found.end()));
            }
        }
        return Optional.empty();
    }

    private static List<Integer> allQueries(JobPlan plan) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < plan.spec().queries().size(); i++) {
            all.add(i);
        }
        return all;
    }
}
