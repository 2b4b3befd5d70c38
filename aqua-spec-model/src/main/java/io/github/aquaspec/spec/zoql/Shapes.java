package io.github.aquaspec.spec.zoql;

import java.util.regex.Pattern;

/** What date literals look like. */
final class Shapes {

    static final Pattern SPACE_FOR_T =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2} +\\d{1,2}(?::.*|[.h]?\\d\\d.*)?", Pattern.DOTALL);

    static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})"
            + "(?:T(?<hour>\\d{2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?<fraction>[.,]\\d+)?)?)?"
            + "(?<zone>Z|[+-]\\d{2}:?\\d{2})?");

    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final String NUMBERS = "\\d{1,4}([-/.])\\d{1,2}\\1\\d{1,4}+(?!\\1).*";
    private static final String COUNT = "\\d{8}|\\d{10}|\\d{13}";
    private static final String DAY_MONTH = "\\d{1,2}[-/. ]+" + MONTH + "[-/. ]+\\d{2,4}.*";
    private static final String MONTH_DAY = MONTH + " +\\d{1,2},? +\\d{4}.*";

    /** Three numbers with a mark between them, a month in words, or a bare count of days, seconds or milliseconds. */
    static final Pattern DATE_LIKE = Pattern.compile(
            "\\s*(?:" + String.join("|", NUMBERS, COUNT, DAY_MONTH, MONTH_DAY) + ")\\s*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private Shapes() {}
}
