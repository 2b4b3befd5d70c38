package io.github.aquaspec.run.check;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A header beside the one of before.
 *
 * @param before the columns of then, in order
 * @param now the columns that have come
 */
record ChangedColumns(List<String> before, List<String> now) {

    private static final int MOST = 5;

    /** Whether it is the same. */
    boolean isNone() {
        return before.equals(now);
    }

    /** In words: what is gone, what is new, or that the order is another; a name may stand there twice. */
    @Override
    public String toString() {
        Set<String> gone = new LinkedHashSet<>(before);
        now.forEach(gone::remove);
        Set<String> fresh = new LinkedHashSet<>(now);
        before.forEach(fresh::remove);
        if (!gone.isEmpty() || !fresh.isEmpty()) {
            boolean moved = !without(before, gone).equals(without(now, fresh));
            return words(shortened(gone), shortened(fresh)) + (moved ? ", the others in another order" : "");
        }
        return sorted(before).equals(sorted(now)) ? "the same in another order" : "the same, but not each as often";
    }

    /** In words: columns that are missing, and columns that are there beside. */
    static String words(Set<String> missing, Set<String> extra) {
        List<String> parts = new ArrayList<>();
        if (!missing.isEmpty()) {
            parts.add("without " + String.join(", ", missing));
        }
        if (!extra.isEmpty()) {
            parts.add("with " + String.join(", ", extra));
        }
        return String.join(" and ", parts);
    }

    private static List<String> without(List<String> columns, Set<String> some) {
        return columns.stream().filter(column -> !some.contains(column)).toList();
    }

    private static List<String> sorted(List<String> columns) {
        return columns.stream().sorted().toList();
    }

    /** The new columns as a member of {@code columns.json}. */
    String toPaste() {
        return now.stream()
                .map(column -> "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(column)) + "\"")
                .collect(Collectors.joining(", ", "\"columns\": [", "]"));
    }

    private static Set<String> shortened(Set<String> columns) {
        if (columns.size() <= MOST) {
            return columns;
        }
        List<String> first = new ArrayList<>(columns).subList(0, MOST);
        Set<String> some = new LinkedHashSet<>(first);
        some.add("and " + (columns.size() - MOST) + " more");
        return some;
    }
}
