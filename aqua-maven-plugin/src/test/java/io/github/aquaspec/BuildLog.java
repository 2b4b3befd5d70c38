package io.github.aquaspec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What Maven printed in a folder below {@code src/it}. The script there is asked even after a build that has failed, and
 * what it misses then would hide why: so the log can be read only where each build ended as its properties say.
 */
public final class BuildLog {

    private static final Pattern BEGIN = Pattern.compile("(?=\\[INFO] Scanning for projects)");
    /** From Maven 3.10 on a failure is an error. */
    private static final Pattern RESULT = Pattern.compile("(?m)^\\[(?:INFO|ERROR)] BUILD (\\w+)$");

    private BuildLog() {}

    /**
     * All that was printed.
     *
     * @param folder of the build, with {@code build.log} and perhaps {@code invoker.properties}
     * @throws AssertionError with the log, when a build did not end as it should
     */
    public static String text(Path folder) throws IOException {
        String text = Files.readString(folder.resolve("build.log"));
        List<String> results = RESULT.matcher(text)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
        List<String> expected = expected(folder.resolve("invoker.properties"));
        if (!results.equals(expected)) {
            throw new AssertionError("builds ended with " + results + " instead of " + expected + ":\n" + text);
        }
        return text;
    }

    /** What each of the builds has printed that were run one after another; else as {@link #text}. */
    public static List<String> builds(Path folder) throws IOException {
        return BEGIN.splitAsStream(text(folder))
                .filter(part -> RESULT.matcher(part).find())
                .toList();
    }

    private static List<String> expected(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                properties.load(in);
            }
        }
        List<String> expected = new ArrayList<>();
        do {
            String all = properties.getProperty("invoker.buildResult", "success");
            expected.add(properties
                    .getProperty("invoker.buildResult." + (expected.size() + 1), all)
                    .toUpperCase(Locale.ROOT));
        } while (properties.containsKey("invoker.goals." + (expected.size() + 1)));
        return expected;
    }
}
