package io.github.aquaspec.spec.zoql;

import java.util.Optional;

/** One item between {@code select} and {@code from}. */
public sealed interface SelectItem {

    Range range();

    /**
     * {@code *}: the exportable fields of the object, without foreign keys.
     *
     * @param range where it stands
     */
    record Star(Range range) implements SelectItem {}

    /**
     * {@code BillToContact.*}.
     *
     * @param range where it stands
     * @param relation the joined object, or the object itself
     */
    record RelatedStar(Range range, Name relation) implements SelectItem {}

    /**
     * One column, with or without an alias.
     *
     * @param range the column with its alias
     * @param column what is selected
     * @param alias the name it gets in the file's header
     */
    record Selected(Range range, Column column, Optional<Alias> alias) implements SelectItem {}

    /**
     * The {@code "Name"} of {@code as "Name"}.
     *
     * @param range where it stands, quotes included
     * @param text without quotes
     */
    record Alias(Range range, String text) {}
}
