package io.github.aquaspec.spec.model;

import java.util.List;
import java.util.Optional;

/**
 * One query of a job.
 *
 * @param name AQuA's {@code name}
 * @param query the text as it is sent, without white space around it; never blank
 * @param type AQuA's {@code type}
 * @param apiVersion AQuA's {@code apiVersion}
 * @param convertToCurrencies ISO codes
 * @param deleted AQuA's {@code deleted}
 * @param file stem of the data file, when the manifest names it
 * @param expect what the result must be
 * @param warn what the result should be
 * @param suppress findings that the author accepts for this query
 */
public record QuerySpec(
        Optional<String> name,
        String query,
        Optional<QueryType> type,
        Optional<ApiVersion> apiVersion,
        List<String> convertToCurrencies,
        Optional<Deleted> deleted,
        Optional<String> file,
        Expect expect,
        Expect warn,
        List<Suppression> suppress) {

    public QuerySpec {
        if (query.isBlank()) {
            throw new IllegalArgumentException("a query has text");
        }
        convertToCurrencies = List.copyOf(convertToCurrencies);
        suppress = List.copyOf(suppress);
    }

    /** The same query, its data file named. */
    public QuerySpec inFile(String stem) {
        return new QuerySpec(
                name,
                query,
                type,
                apiVersion,
                convertToCurrencies,
                deleted,
                Optional.of(stem),
                expect,
                warn,
                suppress);
    }

    /** The language that is asked for when the manifest is silent. */
    public QueryType effectiveType() {
        return type.orElse(QueryType.ZOQLEXPORT);
    }
}
