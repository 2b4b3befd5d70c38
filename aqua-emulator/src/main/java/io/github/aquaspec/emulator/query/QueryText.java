package io.github.aquaspec.emulator.query;

import io.github.aquaspec.spec.zoql.Dialect;

/**
 * A query as it is sent.
 *
 * @param text verbatim
 * @param dialect its language
 * @param apiVersion such as {@code 145.0}; decides on defaults for dates
 */
public record QueryText(String text, Dialect dialect, String apiVersion) {

    private static final int DATE_SPLIT = 69;

    /** Whether a text is an API version, such as {@code 145.0} or {@code 145}. */
    public static boolean isVersion(String text) {
        return text.matches("\\d{1,3}(\\.\\d)?");
    }

    /** No page says what a version that is no number such as 145.0 means; here it means the newest. */
    double version() {
        return isVersion(apiVersion) ? Double.parseDouble(apiVersion) : Double.MAX_VALUE;
    }

    /** Whether dates and dateTimes are told apart (Zuora documentation, Date field changes in the SOAP API). */
    public boolean tellsDatesFromDateTimes() {
        return version() >= DATE_SPLIT;
    }
}
