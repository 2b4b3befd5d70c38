package io.github.aquaspec.emulator.query;

import java.util.List;

/**
 * A query as SQL, ready to run.
 *
 * @param base the name of the object it reads
 * @param sql with a question mark for each literal of the query
 * @param parameters the literals, in order
 * @param columns what the rows hold
 * @param marksDeleted whether a boolean stands in front of these columns that says if the record is deleted
 */
public record Statement(
        String base, String sql, List<Object> parameters, List<OutputColumn> columns, boolean marksDeleted) {

    public Statement {
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
    }
}
