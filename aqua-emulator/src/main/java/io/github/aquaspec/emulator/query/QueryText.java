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

    /** Whether dates and dateTimes are told apart (Zuora documentation, Date field changes in the SOAP API). */
    boolean tellsDatesFromDateTimes() {
        try {
            return Double.parseDouble(apiVersion) >= DATE_SPLIT;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
