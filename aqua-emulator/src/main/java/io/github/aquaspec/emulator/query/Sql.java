package io.github.aquaspec.emulator.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A piece of SQL. Text of a user never becomes part of it: literals are parameters, names come from the catalogue.
 *
 * @param text with a question mark for each parameter
 * @param parameters in order
 */
record Sql(String text, List<Object> parameters) {

    static final Sql TRUE = of("TRUE");
    static final Sql FALSE = of("FALSE");

    Sql {
        parameters = List.copyOf(parameters);
    }

    static Sql of(String text, Object... parameters) {
        return new Sql(text, List.of(parameters));
    }

    Sql then(String more) {
        return new Sql(text + more, parameters);
    }

    Sql then(Sql more) {
        return joined("", List.of(this, more));
    }

    /** The piece in parentheses, with something in front. */
    Sql in(String function) {
        return new Sql(function + '(' + text + ')', parameters);
    }

    static Sql joined(String separator, List<Sql> pieces) {
        StringBuilder text = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        for (Sql piece : pieces) {
            text.append(text.isEmpty() ? "" : separator).append(piece.text);
            parameters.addAll(piece.parameters);
        }
        return new Sql(text.toString(), Collections.unmodifiableList(parameters));
    }
}
