package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Literal;
import io.github.aquaspec.spec.zoql.Operand;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Some fields hold codes of the data source up to version 78, and the words of the API from 79 on (Zuora
 * documentation, Field values in Export ZOQL data sources). Which of the two a text is cannot be told.
 */
final class CodedValues implements QueryRule {

    /** In lower case. Objects that have a field of this name and no codes are not told apart. */
    private static final Set<String> CODED = Set.of(
            "processingtype",
            "transactiontype",
            "billingperiod",
            "billingtiming",
            "enddatecondition",
            "listpricebase",
            "triggerevent",
            "uptoperiodstype",
            "priceformat",
            "smoothingmodel");

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (query.query().apiVersion().filter(v -> v.major() < 79).isEmpty()) {
            return;
        }
        query.parsed().flatMap(Query::where).stream()
                .flatMap(Condition::predicates)
                .flatMap(CodedValues::codedField)
                .forEach(field -> findings.accept(finding(query, field)));
    }

    private static Diagnostic finding(QueryInJob query, Column.Field field) {
        return Diagnostic.of(
                        QueryCode.CODED_VALUE,
                        field.name() + " holds codes before apiVersion 79, and is compared with a text")
                .at(query.within(field.range()))
                .related(query.value("apiVersion"), "")
                .fix("write apiVersion: \"79.0\" or later, and compare with the word of the API");
    }

    /** The coded field of a test against a text. */
    private static Stream<Column.Field> codedField(Predicate test) {
        if (test instanceof Predicate.Like like) {
            return coded(like.column());
        }
        if (test instanceof Predicate.Comparison comparison) {
            return Stream.concat(
                    comparison.right() instanceof Literal.Text ? coded(comparison.left()) : Stream.empty(),
                    comparison.left() instanceof Literal.Text ? coded(comparison.right()) : Stream.empty());
        }
        return Stream.empty();
    }

    private static Stream<Column.Field> coded(Operand operand) {
        return operand instanceof Column.Field field
                        && CODED.contains(field.name().text().toLowerCase(Locale.ROOT))
                ? Stream.of(field)
                : Stream.empty();
    }
}
