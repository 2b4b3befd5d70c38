package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.query.QueryText;
import io.github.aquaspec.emulator.session.QueryKey;
import io.github.aquaspec.spec.zoql.Dialect;
import java.util.Optional;

/**
 * One query of a request.
 *
 * @param name as sent
 * @param query the text, verbatim
 * @param dialect its language
 * @param apiVersion as sent, or the newest
 * @param convertToCurrencies as sent
 * @param deleted as sent
 */
record QueryRequest(
        Optional<String> name,
        String query,
        Dialect dialect,
        String apiVersion,
        Optional<String> convertToCurrencies,
        Optional<DeletedColumn> deleted) {

    /** What is to be compiled. */
    QueryText text() {
        return new QueryText(query, dialect, apiVersion);
    }

    /** What its session knows it by. */
    QueryKey key(boolean nameMatters) {
        return new QueryKey(
                query,
                batchType(),
                nameMatters ? name : Optional.empty(),
                deleted.map(d -> d.format().word() + ' ' + d.column()));
    }

    /** The word AQuA uses in an answer. */
    String batchType() {
        return dialect == Dialect.EXPORT_ZOQL ? "zoqlexport" : "zoql";
    }
}
