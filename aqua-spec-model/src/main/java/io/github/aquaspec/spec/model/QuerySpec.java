package io.github.aquaspec.spec.model;

import java.util.List;
import java.util.Optional;

/**
 * One query of a job.
 *
 * @param name AQuA's {@code name}
 * @param query the text as it is sent, without white space around it; never blank. As long as there are {@code slots},
 *     these hold what the manifest says, such as {@code ${window.from}}
 * @param type AQuA's {@code type}
 * @param apiVersion AQuA's {@code apiVersion}
 * @param convertToCurrencies ISO codes
 * @param deleted AQuA's {@code deleted}
 * @param file stem of the data file, when the manifest names it
 * @param expect what the result must be
 * @param warn what the result should be
 * @param suppress findings that the author accepts for this query
 * @param slots the places in {@code query} that wait for the window, in the order of the text; they do not overlap
 */
public record QuerySpec(
        Optional<String> name,
        String query,
        Optional<QueryType> type,
        Optional<ApiVersion> apiVersion,
        List<String> convertToCurrencies,
        Optional<Deleted> deleted,
        Optional<String> file,
        Expect expect,
        Expect warn,
        List<Suppression> suppress,
        List<WindowSlot> slots) {

    public QuerySpec {
        if (query.isBlank()) {
            throw new IllegalArgumentException("a query has text");
        }
        convertToCurrencies = List.copyOf(convertToCurrencies);
        suppress = List.copyOf(suppress);
        slots = List.copyOf(slots);
        int free = 0;
        for (WindowSlot slot : slots) {
            if (slot.from() < free || slot.to() > query.length()) {
                throw new IllegalArgumentException("a slot lies in the text, behind the one before");
            }
            free = slot.to();
        }
    }

    /** The same query, its data file named. */
    public QuerySpec withFile(String stem) {
        return new QuerySpec(
                name,
                query,
                type,
                apiVersion,
                convertToCurrencies,
                deleted,
                Optional.of(stem),
                expect,
                warn,
                suppress,
                slots);
    }

    /** The language that is asked for when the manifest is silent. */
    public QueryType effectiveType() {
        return type.orElse(QueryType.ZOQLEXPORT);
    }

    /** Whether the text waits for the window. */
    public boolean usesWindow() {
        return !slots.isEmpty();
    }

    /** The same query with the window filled in: its text is what is sent. */
    public QuerySpec in(WindowRange window) {
        StringBuilder filled = new StringBuilder();
        int done = 0;
        for (WindowSlot slot : slots) {
            filled.append(query, done, slot.from()).append(slot.literal(window));
            done = slot.to();
        }
        return withText(filled.append(query, done, query.length()).toString(), List.of());
    }

    /** The same query with another text. */
    public QuerySpec withText(String text, List<WindowSlot> slotsOfText) {
        return new QuerySpec(
                name, text, type, apiVersion, convertToCurrencies, deleted, file, expect, warn, suppress, slotsOfText);
    }
}
