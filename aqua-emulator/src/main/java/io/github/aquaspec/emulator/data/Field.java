package io.github.aquaspec.emulator.data;

import java.util.Optional;

/**
 * One field of an object, as the catalogue declares it.
 *
 * @param name the API name, such as {@code AccountNumber}
 * @param label the name people see, such as {@code Account Number}
 * @param type what it holds
 * @param target for a key of another object, that object's name
 * @param visibility which query languages know it
 * @param nullShare of 100 sample rows, how many are null
 * @param recipe how sample values are made
 */
public record Field(
        String name,
        String label,
        FieldType type,
        Optional<String> target,
        Visibility visibility,
        int nullShare,
        Recipe recipe) {

    /** Which query languages know a field. */
    public enum Visibility {
        BOTH,
        /** Only {@code type: zoql}: keys of other objects, which Export ZOQL reads through a join. */
        ZOQL_ONLY,
        /** Only {@code type: zoqlexport}. */
        EXPORT_ONLY
    }

    public boolean nullable() {
        return nullShare > 0;
    }

    public boolean inExport() {
        return visibility != Visibility.ZOQL_ONLY;
    }

    public boolean inZoql() {
        return visibility != Visibility.EXPORT_ONLY;
    }
}
