package io.github.aquaspec.emulator.job;

import java.util.Optional;

/**
 * One query of a request.
 *
 * @param name as sent
 * @param query the text, verbatim
 * @param exportZoql true for {@code zoqlexport}, false for {@code zoql}
 * @param apiVersion as sent, or the newest
 * @param convertToCurrencies as sent
 * @param deleted as sent
 */
public record QueryRequest(
        Optional<String> name,
        String query,
        boolean exportZoql,
        String apiVersion,
        Optional<String> convertToCurrencies,
        Optional<DeletedColumn> deleted) {

    /** The word AQuA uses in an answer. */
    public String batchType() {
        return exportZoql ? "zoqlexport" : "zoql";
    }
}
