package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.model.Param;
import java.util.Optional;

/** How the two query languages write values. */
enum ZoqlQuotes {
    /** A quote in a string is doubled (Zuora documentation, Export ZOQL: syntax). */
    DOUBLED {
        @Override
        String escaped(String text, char quote) {
            String mark = String.valueOf(quote);
            return text.replace(mark, mark + mark);
        }
    },
    /** A backslash stands before what would otherwise mean something (Zuora documentation, ZOQL: escape characters). */
    BACKSLASHED {
        @Override
        String escaped(String text, char quote) {
            return text.replace("\\", "\\\\")
                    .replace("'", "\\'")
                    .replace("\"", "\\\"")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r")
                    .replace("\t", "\\t");
        }
    };

    /** A text as it stands between two quotes. */
    abstract String escaped(String text, char quote);

    /** A value as a literal of its own. */
    String literal(TypedText value) {
        boolean bare = value.type() == Param.Type.NUMBER || value.type() == Param.Type.BOOLEAN;
        return bare ? value.text() : "'" + escaped(value.text(), '\'') + "'";
    }

    /**
     * What keeps a text out of a query. Zuora documents no meaning for a backslash in Export ZOQL; if it had one after
     * all, one before a quote would let the text end the string.
     */
    Optional<String> objection(String text) {
        return this == DOUBLED && text.matches("(?s).*\\\\(['\"].*)?")
                ? Optional.of("the value has a backslash before a quote or at its end")
                : Optional.empty();
    }
}
