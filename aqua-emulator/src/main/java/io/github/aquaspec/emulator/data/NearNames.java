package io.github.aquaspec.emulator.data;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names somebody may have meant. */
final class NearNames {

    private static final int AT_MOST = 3;

    private NearNames() {}

    /** Some words to put behind a message, such as {@code ; did you mean Account?}; empty where nothing is near. */
    static String suggestion(String wanted, List<String> known) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(1, wanted.length() / 3);
        String near = known.stream()
                .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= tolerance)
                .sorted(Comparator.comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT))))
                .limit(AT_MOST)
                .collect(Collectors.joining(" or "));
        return near.isEmpty() ? "" : "; did you mean " + near + '?';
    }

    /** As {@link #suggestion}; all that is known where nothing is near. */
    static String suggestionOrAll(String wanted, List<String> known) {
        String near = suggestion(wanted, known);
        return near.isEmpty() ? "; there are " + String.join(", ", known) : near;
    }

    /** How many characters must be put in, taken out or replaced. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
