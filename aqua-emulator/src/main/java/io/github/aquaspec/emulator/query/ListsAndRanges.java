package io.github.aquaspec.emulator.query;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes {@code in} and {@code between} as the comparisons they stand for, where a setting says that AQuA takes them. What
 * is no such test stays as it is, for the parser to refuse.
 */
final class ListsAndRanges {

    private static final String TEXT = "'(?:[^'\\\\]|''|\\\\.)*+'";
    private static final String VALUE = "(?:" + TEXT + "|-?\\d[\\w.:+-]*+)";
    private static final String COMMA = "\\s*+,\\s*+";

    /** A text, which is left alone, or one of the two tests. */
    private static final Pattern TEST = Pattern.compile(
            TEXT + "|(?<field>\\b[a-z_][\\w.]*+)\\s++(?<not>not\\s++)?"
                    + "(?:in\\s*+\\(\\s*+(?<values>" + VALUE + "(?:" + COMMA + VALUE + ")*+)\\s*+\\)"
                    + "|between\\s++(?<from>" + VALUE + ")\\s++and\\s++(?<to>" + VALUE + "))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ONE_VALUE = Pattern.compile(VALUE);

    private ListsAndRanges() {}

    static String rewritten(String query) {
        return TEST.matcher(query).replaceAll(match -> Matcher.quoteReplacement(comparisons(match)));
    }

    private static String comparisons(MatchResult match) {
        String field = match.group(1);
        if (field == null) {
            return match.group();
        }
        String test = match.group(3) == null
                ? field + " >= " + match.group(4) + " and " + field + " <= " + match.group(5)
                : ONE_VALUE
                        .matcher(match.group(3))
                        .results()
                        .map(value -> field + " = " + value.group())
                        .collect(Collectors.joining(" or "));
        return (match.group(2) == null ? "(" : "not (") + test + ")";
    }
}
