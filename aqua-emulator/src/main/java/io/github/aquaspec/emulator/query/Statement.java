package io.github.aquaspec.emulator.query;

import java.util.List;

/**
 * A query as SQL, ready to run.
 *
 * @param base the name of the object it reads
 * @param sql with a question mark for each literal of the query
 * @param parameters the literals, in order
 * @param columns what the rows hold
 */
public record Statement(String base, String sql, List<Object> parameters, List<OutputColumn> columns) {

    public Statement {
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
    }
}
