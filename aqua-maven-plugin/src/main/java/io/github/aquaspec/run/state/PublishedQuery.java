package io.github.aquaspec.run.state;

import io.github.aquaspec.spec.model.Deleted;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.model.QueryType;
import java.util.Objects;
import java.util.Optional;

/**
 * A query of a published job, with all that makes a later one the same.
 *
 * @param name AQuA's {@code name}
 * @param query the text as it was sent; that of a window with {@code ${window.from}} and the like
 * @param type its language
 * @param deleted the column for deleted records, and what marks one
 */
public record PublishedQuery(Optional<String> name, String query, QueryType type, Optional<Column> deleted) {

    /**
     * A column that marks deleted records.
     *
     * @param column its name
     * @param format what stands in it, where that was asked for
     */
    public record Column(String column, Optional<Deleted.Flag> format) {
        public Column {
            if (column.isBlank()) {
                throw new IllegalArgumentException("a deleted column has a name");
            }
            Objects.requireNonNull(format, "format");
        }
    }

    /** What is remembered of a query. */
    public static PublishedQuery of(QuerySpec spec) {
        return new PublishedQuery(
                spec.name(),
                spec.query(),
                spec.effectiveType(),
                spec.deleted().map(deleted -> new Column(deleted.column(), deleted.format())));
    }

    /** Whether the other one gets the same rows, whatever it is called. */
    public boolean asks(PublishedQuery other) {
        return query.equals(other.query) && type == other.type && deleted.equals(other.deleted);
    }

    public PublishedQuery {
        Objects.requireNonNull(name, "name");
        if (query.isBlank()) {
            throw new IllegalArgumentException("a query has text");
        }
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(deleted, "deleted");
    }
}
