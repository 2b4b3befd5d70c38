package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Z34, and what it cost others: a query that brings changes only, by a session of Zuora's or a window of ours, says
 * nothing of a record that no longer fulfils its condition.
 */
final class ChangesWhole implements QueryRule {

    /** Fields that tell when a record changed. */
    private static final Set<String> TIMES = Set.of("updateddate");

    /** Fields that keep their value as long as the record lives. */
    private static final Set<String> FIXED = Set.of("id", "accountid", "createddate", "createdbyid");

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        boolean session = Mode.of(query) == Mode.STATEFUL;
        List<WindowBound> window = WindowBound.in(query);
        if (!session && window.isEmpty()) {
            return;
        }
        List<Column.Field> asked = QueryText.parsed(query.query()).flatMap(Query::where).stream()
                .flatMap(Condition::predicates)
                .filter(test ->
                        window.stream().noneMatch(bound -> bound.comparison().equals(test)))
                .flatMap(Predicate::operands)
                .filter(Column.Field.class::isInstance)
                .map(Column.Field.class::cast)
                .toList();
        asked.stream()
                .filter(field -> session && is(field, TIMES))
                .findFirst()
                .ifPresent(field -> findings.accept(Diagnostic.of(
                                ZoqlCode.TIME_IN_SESSION, "the session of this job has a window of its own")
                        .at(query.within(field.range()))
                        .related(query.places().key(JobPaths.PARTNER), "")
                        .fix("leave the condition out; incrementalTime moves the start of the session's window")));
        asked.stream()
                .filter(field -> !is(field, TIMES) && !is(field, FIXED))
                .findFirst()
                .ifPresent(field -> {
                    Diagnostic finding = Diagnostic.of(
                                    ZoqlCode.MUTABLE_FILTER,
                                    "a record leaves the changes unseen when its " + field.name() + " changes")
                            .at(query.within(field.range()))
                            .fix("select " + field.name() + " instead, and sift where the file is read");
                    findings.accept(session ? finding : finding.severity(Severity.NOTE));
                });
    }

    private static boolean is(Column.Field field, Set<String> names) {
        return names.contains(field.name().text().toLowerCase(Locale.ROOT));
    }
}
