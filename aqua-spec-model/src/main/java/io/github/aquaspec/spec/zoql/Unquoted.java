package io.github.aquaspec.spec.zoql;

import io.github.aquaspec.spec.zoql.Literal.Text;

/** What a string token says, without quotes and escapes. */
final class Unquoted {

    private Unquoted() {}

    static Text text(Token token, Dialect dialect) {
        String quote = token.text().substring(0, 1);
        String inside = token.text().substring(1, token.text().length() - 1);
        String value = dialect == Dialect.ZOQL ? withoutBackslashes(inside) : withoutDoubling(inside, quote);
        return new Text(token.range(), value);
    }

    /** Zuora documentation, Export ZOQL: syntax. */
    private static String withoutDoubling(String inside, String quote) {
        return inside.replace(quote + quote, quote);
    }

    /** Zuora documentation, ZOQL: escape characters. Before any other char the backslash is itself. */
    private static String withoutBackslashes(String inside) {
        StringBuilder value = new StringBuilder(inside.length());
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            int escape = c == '\\' && i + 1 < inside.length() ? "'\"\\nrtbf".indexOf(inside.charAt(i + 1)) : -1;
            if (escape >= 0) {
                value.append("'\"\\\n\r\t\b\f".charAt(escape));
                i++;
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }
}
