package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.model.Deleted;
import io.github.aquaspec.spec.model.Expect;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.model.QueryType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The keys of a query: AQuA's (Zuora documentation, Post query), then ours. */
final class QueryShape {

    static final Reader<QuerySpec> READER =
            Readers.object("a query", "{\"name\": \"Account\", \"query\": \"select Id from Account\"}", QueryShape::of);

    private static final Reader<Deleted> DELETED = Readers.object(
            "a mapping with column and format",
            "{\"column\": \"IsDeleted\", \"format\": \"Boolean\"}",
            QueryShape::deleted);

    private QueryShape() {}

    private static Optional<QuerySpec> of(Members query) {
        Optional<String> name = query.optional("name", Scalars.text());
        Optional<String> text = query.required("query", Scalars.neededText());
        Optional<QueryType> type =
                query.optional("type", Scalars.anyCase(Words.of(QueryType.values(), QueryType::word)));
        var apiVersion = query.optional("apiVersion", Scalars.apiVersion());
        List<String> currencies = query.optional("convertToCurrencies", Scalars.text())
                .map(list ->
                        Arrays.stream(list.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
        Optional<Deleted> deleted = query.optional("deleted", DELETED);
        Optional<String> file = query.optional("file", Scalars.text());
        Optional<ExpectShape.Both> expect = query.optional("expect", ExpectShape.READER);
        var suppress = query.list("suppress", SuppressionShape.READER);
        return text.map(zoql -> new QuerySpec(
                name,
                zoql,
                type,
                apiVersion,
                currencies,
                deleted,
                file,
                expect.map(ExpectShape.Both::must).orElse(Expect.NOTHING),
                expect.map(ExpectShape.Both::should).orElse(Expect.NOTHING),
                suppress,
                List.of()));
    }

    private static Optional<Deleted> deleted(Members deleted) {
        Optional<String> column = deleted.required("column", Scalars.neededText());
        Optional<Deleted.Flag> format =
                deleted.optional("format", Scalars.word(Words.of(Deleted.Flag.values(), Deleted.Flag::word)));
        Optional<Boolean> forceExport = deleted.optional("forceExport", Scalars.flag());
        return column.map(name -> new Deleted(name, format, forceExport));
    }
}
