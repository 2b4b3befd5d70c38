package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What it cost others: a query that brings changes only, by a session of Zuora's or a window of ours, says
 * nothing of a record that no longer fulfils its condition.
 */
final class ChangesWhole implements QueryRule {

    /** Fields that keep their value as long as the record lives. */
    private static final Set<String> FIXED = Set.of("id", "accountid", "createddate", "createdbyid");

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        boolean session = Mode.of(query) == Mode.STATEFUL;
        List<WindowBound> window = WindowBound.in(query);
        if (!session && window.isEmpty()) {
            return;
        }
        Set<Predicate> ofWindow = Collections.newSetFromMap(new IdentityHashMap<>());
        window.forEach(bound -> ofWindow.add(bound.comparison()));
        List<Column.Field> asked = query.parsed().flatMap(Query::where).stream()
                .flatMap(Condition::predicates)
                .filter(test -> !ofWindow.contains(test))
                .flatMap(Predicate::operands)
                .filter(Column.Field.class::isInstance)
                .map(Column.Field.class::cast)
                .toList();
        asked.stream()
                .filter(field -> session && isOwnTime(query, field))
                .findFirst()
                .ifPresent(field -> findings.accept(Diagnostic.of(
                                ZoqlCode.TIME_IN_SESSION, "the session of this job has a window of its own")
                        .at(query.within(field.range()))
                        .related(query.places().key(JobPaths.PARTNER), "")
                        .fix("leave the condition out; incrementalTime moves the start of the session's window")));
        asked.stream()
                .filter(field -> !isOwnTime(query, field) && !isFixed(field))
                .findFirst()
                .ifPresent(field -> {
                    Diagnostic finding = Diagnostic.of(
                                    ZoqlCode.MUTABLE_FILTER,
                                    "a record leaves the changes unseen when its " + called(query, field) + " changes")
                            .at(query.within(field.range()))
                            .fix("select " + called(query, field) + " instead, and sift where the file is read");
                    findings.accept(session ? finding : finding.severity(Severity.NOTE));
                });
    }

    /** Whether a field tells when the record changed; that of a joined object tells of another record. */
    private static boolean isOwnTime(QueryInJob query, Column.Field field) {
        return field.name().is("UpdatedDate") && isOwn(query, field);
    }

    private static boolean isOwn(QueryInJob query, Column.Field field) {
        return query.parsed().filter(parsed -> !field.isJoined(parsed.from())).isPresent();
    }

    private static String called(QueryInJob query, Column.Field field) {
        return isOwn(query, field) ? field.name().text() : field.text();
    }

    private static boolean isFixed(Column.Field field) {
        return FIXED.contains(field.name().text().toLowerCase(Locale.ROOT));
    }
}
