package io.github.aquaspec.run.manifest;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The name of a manifest: its path below the specs folder without the extension. It is the folder of the snapshot.
 *
 * @param text segments joined by {@code /}
 */
public record ManifestId(String text) implements Comparable<ManifestId> {

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** What is no manifest's, in the words of findings. */
    static final String KEPT =
            "`jobs` holds the jobs that are fetched alone, `run.json` is a receipt, and Windows keeps names such as `con`";

    private static final Set<String> TAKEN = Set.of("jobs", "run.json");
    private static final Pattern JOB = Pattern.compile("jobs/[0-9a-f]{32}");
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    public ManifestId {
        if (!isGood(text)) {
            throw new IllegalArgumentException("no id: " + text);
        }
    }

    /** The id of a manifest; empty where it cannot be a folder on every system, or has another meaning. */
    public static Optional<ManifestId> of(String text) {
        return isGood(text) && isFree(text) ? Optional.of(new ManifestId(text)) : Optional.empty();
    }

    /** Stands for the manifest of a job that belongs to none. */
    public static ManifestId ofJob(String jobId) {
        return new ManifestId("jobs/" + jobId);
    }

    private static boolean isGood(String text) {
        for (String segment : text.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFree(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return !TAKEN.contains(lower)
                && !JOB.matcher(lower).matches()
                && Stream.of(lower.split("/")).noneMatch(s -> s.length() > 100 || s.endsWith(".") || isDevice(s));
    }

    private static boolean isDevice(String segment) {
        return DEVICE.matcher(segment).matches();
    }

    /** Whether two ids would meet on some file system: equal but for case, or one a folder of the other. */
    boolean clashesWith(ManifestId other) {
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
