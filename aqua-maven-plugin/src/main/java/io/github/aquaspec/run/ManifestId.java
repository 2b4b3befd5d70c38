package io.github.aquaspec.run;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a manifest: its path below the specs folder without the extension. It is the folder of the snapshot.
 *
 * @param text segments joined by {@code /}
 */
public record ManifestId(String text) implements Comparable<ManifestId> {

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    public ManifestId {
        if (!isGood(text)) {
            throw new IllegalArgumentException("no id: " + text);
        }
    }

    public static Optional<ManifestId> of(String text) {
        return isGood(text) ? Optional.of(new ManifestId(text)) : Optional.empty();
    }

    private static boolean isGood(String text) {
        for (String segment : text.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches()) {
                return false;
            }
        }
        return true;
    }

    /** Whether two ids would meet on some file system: equal but for case, or one a folder of the other. */
    public boolean clashesWith(ManifestId other) {
        String a = text.toLowerCase(Locale.ROOT);
        String b = other.text.toLowerCase(Locale.ROOT);
        return a.equals(b) || a.startsWith(b + "/") || b.startsWith(a + "/");
    }

    @Override
    public int compareTo(ManifestId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
