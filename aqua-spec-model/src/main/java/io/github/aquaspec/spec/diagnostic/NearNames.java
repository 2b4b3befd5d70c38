package io.github.aquaspec.spec.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that was probably meant. */
public final class NearNames {

    /** Shorter names are too much alike. */
    private static final int SHORTEST = 4;

    private NearNames() {}

    /** The nearest known name, if at most a third of the name would have to change; case does not count. */
    public static Optional<String> nearest(String name, Collection<String> known) {
        return within(Math.max(1, name.length() / 3), name, known);
    }

    /** The nearest known name, where the difference is a slip: one letter, or two of eight and more. */
    public static Optional<String> typo(String name, Collection<String> known) {
        return name.length() < SHORTEST ? Optional.empty() : within(name.length() < 8 ? 1 : 2, name, known);
    }

    private static Optional<String> within(int allowed, String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= allowed)
                .filter(candidate -> distance(name, candidate) <= allowed)
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours. */
    static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
