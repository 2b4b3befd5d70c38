package io.github.aquaspec.emulator.query;

import java.util.Map;
import java.util.TreeMap;

/**
 * Fields that hold codes of their data source up to API version 78, and the API's words from 79 on (Zuora documentation,
 * Field values in Export ZOQL data sources). Of the fields listed there, the page gives the codes of this one alone; the
 * others keep their words.
 */
final class CodedFields {

    private static final int WORDS_SINCE = 79;

    private static final Map<String, String> TRIGGER_EVENT = new TreeMap<>(Map.of(
            "ContractEffective", "UCE",
            "ServiceActivation", "USA",
            "CustomerAcceptance", "UCA",
            "SpecificDate", "USD"));

    private static final Map<String, Map<String, String>> CODES =
            Map.of("RatePlanCharge.TriggerEvent", TRIGGER_EVENT, "ProductRatePlanCharge.TriggerEvent", TRIGGER_EVENT);

    private CodedFields() {}

    /** What a query of that version reads in place of a column. */
    static String sql(String object, String field, String column, double apiVersion) {
        Map<String, String> codes = CODES.get(object + '.' + field);
        if (codes == null || apiVersion >= WORDS_SINCE) {
            return column;
        }
        StringBuilder sql = new StringBuilder("CASE ").append(column);
        codes.forEach((word, code) -> sql.append(" WHEN '")
                .append(word)
                .append("' THEN '")
                .append(code)
                .append('\''));
        return sql.append(" ELSE ").append(column).append(" END").toString();
    }
}
