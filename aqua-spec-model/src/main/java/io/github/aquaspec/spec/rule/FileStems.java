package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.QuerySpec;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the data files of a job are called, without extension: the query's {@code file}, else its {@code name}, else the
 * object it selects from. Names that come twice get a number, so that no two files ever share a name, upper and lower
 * case not told apart.
 */
public final class FileStems {

    private static final int LONGEST = 100;
    private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9 ._-]");
    private static final Pattern START = Pattern.compile("[A-Za-z0-9].*");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])( *\\..*)?");

    private FileStems() {}

    /** The stem of each query, in their order. */
    public static List<String> of(JobSpec job) {
        List<QuerySpec> queries = job.queries();
        List<String> wanted = queries.stream().map(FileStems::wanted).toList();
        List<Claim> claims = queries.stream().map(Claim::of).toList();
        String[] stems = new String[queries.size()];
        Set<String> taken = new HashSet<>();
        // What the author names comes first, files before names; what is only derived takes what is left.
        for (Claim claim : Claim.values()) {
            for (int i = 0; i < stems.length; i++) {
                if (claim == claims.get(i) && taken.add(folded(wanted.get(i)))) {
                    stems[i] = wanted.get(i);
                }
            }
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < stems.length; i++) {
            while (stems[i] == null) {
                String numbered = numbered(wanted.get(i), numbers.merge(folded(wanted.get(i)), 1, Integer::sum) + 1);
                stems[i] = taken.add(folded(numbered)) ? numbered : null;
            }
        }
        return List.copyOf(Arrays.asList(stems));
    }

    /** Whether a name can be a file's on every system. */
    public static boolean isStem(String name) {
        return objection(name).isEmpty();
    }

    /** What keeps a name from being a file's on every system; nothing if it can be one. */
    static Optional<String> objection(String name) {
        Matcher odd = ODD.matcher(name);
        if (odd.find()) {
            return Optional.of("it holds \"" + odd.group() + "\"; letters from a to z, digits, blank, ., _ and - work");
        }
        if (name.length() > LONGEST) {
            return Optional.of("it has more than " + LONGEST + " characters");
        }
        if (!START.matcher(name).matches()) {
            return Optional.of("it does not start with a letter or a digit");
        }
        if (name.endsWith(".") || name.endsWith(" ")) {
            return Optional.of("it ends with a dot or a blank");
        }
        if (name.contains("..")) {
            return Optional.of("it holds two dots in a row");
        }
        return DEVICE.matcher(name).matches() ? Optional.of("Windows keeps it for a device") : Optional.empty();
    }

    /** The nearest name that can be a file's. */
    public static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^[^A-Za-z0-9]+", "");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("[^A-Za-z0-9]+$", "");
        if (cut.isEmpty()) {
            return "query";
        }
        return isStem(cut) ? cut : slug("query-" + cut);
    }

    private enum Claim {
        FILE,
        NAME,
        DERIVED;

        static Claim of(QuerySpec query) {
            if (query.file().isPresent()) {
                return FILE;
            }
            return query.name().filter(FileStems::isStem).isPresent() ? NAME : DERIVED;
        }
    }

    private static String wanted(QuerySpec query) {
        String name = query.file()
                .or(query::name)
                .or(() -> QueryText.fromObject(query))
                .orElse("query");
        return isStem(name) ? name : slug(name);
    }

    private static String numbered(String stem, int number) {
        String tail = "-" + number;
        return stem.substring(0, Math.min(stem.length(), LONGEST - tail.length())) + tail;
    }

    private static String folded(String stem) {
        return stem.toLowerCase(Locale.ROOT);
    }
}
