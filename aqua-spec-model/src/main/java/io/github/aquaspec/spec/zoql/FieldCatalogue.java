package io.github.aquaspec.spec.zoql;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields that any tenant has; the facts with their sources stand in {@code fields.txt}. */
public final class FieldCatalogue {

    private static final FieldCatalogue ZUORA = new FieldCatalogue(CatalogueText.resource("fields.txt"));

    private final SortedMap<String, FieldList> lists = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final SortedMap<String, List<String>> days = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private FieldCatalogue(CatalogueText text) {
        Map<String, List<String>> keys = text.rows("keys");
        text.rows("fields")
                .forEach((object, names) ->
                        lists.put(object, FieldList.of(object, names, keys.getOrDefault(object, List.of()))));
        days.putAll(text.rows("days"));
    }

    /** What is known of Zuora. */
    public static FieldCatalogue zuora() {
        return ZUORA;
    }

    /** The fields of an object, in any case, or of a relation that is named after one, such as {@code BillToContact}. */
    public Optional<FieldList> of(String objectOrRelation) {
        if (lists.containsKey(objectOrRelation)
                || ObjectCatalogue.zuora().find(objectOrRelation).isPresent()) {
            return Optional.ofNullable(lists.get(objectOrRelation));
        }
        return lists.values().stream()
                .filter(list -> endsWith(objectOrRelation, list.object()))
                .max(Comparator.comparing(list -> list.object().length()));
    }

    private static boolean endsWith(String relation, String object) {
        int from = relation.length() - object.length();
        return from > 0 && relation.regionMatches(true, from, object, 0, object.length());
    }

    /** Whether a field holds days, not times, from API version 69 on; names in any case. */
    public boolean isDay(String object, String field) {
        return days.getOrDefault(object, List.of()).stream().anyMatch(field::equalsIgnoreCase);
    }

    /** All lists, by object. */
    List<FieldList> all() {
        return List.copyOf(lists.values());
    }
}
