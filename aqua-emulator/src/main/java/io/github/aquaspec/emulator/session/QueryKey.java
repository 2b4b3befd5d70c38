package io.github.aquaspec.emulator.session;

import java.util.Optional;

/**
 * What makes a query the same as in an earlier job (Zuora documentation, Automatic switch between full load and
 * incremental load).
 *
 * @param text verbatim
 * @param type {@code zoqlexport} or {@code zoql}
 * @param name of the query, where names matter
 * @param deleted column and format of the deleted column, where there is one
 */
public record QueryKey(String text, String type, Optional<String> name, Optional<String> deleted) {

    /** Whether the other is this query, but perhaps for its deleted column. */
    boolean differsAtMostInDeleted(QueryKey other) {
        return text.equals(other.text) && type.equals(other.type) && name.equals(other.name);
    }
}
