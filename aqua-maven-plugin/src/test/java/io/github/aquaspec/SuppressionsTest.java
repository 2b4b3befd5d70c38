package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever silences a warning says why, on the same line or on the one that the formatter made of it. */
class SuppressionsTest {

    private static final Pattern SILENCED = Pattern.compile("@SuppressWarnings\\(\\s*[^)]*\\)(?<why> //.*)?");

    @Test
    void eachHasAReason() throws IOException {
        List<String> without = new ArrayList<>();
        int all = 0;
        for (String module :
                List.of("aqua-spec-model", "aqua-emulator", "aqua-maven-plugin", "benchmarks", "readers")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String source = Files.readString(file);
                    without.addAll(unexplained(file.getFileName() + ": ", source));
                    all += source.contains("@SuppressWarnings") ? 1 : 0;
                }
            }
        }

        assertThat(without).isEmpty();
        assertThat(all).as("files with one").isGreaterThan(5);
    }

    @Test
    void oneWithoutAReasonIsFound() {
        String silenced = "@Suppress" + "Warnings(\"resource\")";

        assertThat(unexplained("", silenced + "\n    void run() {}")).hasSize(1);
        assertThat(unexplained("", silenced + " // closed by the caller\n")).isEmpty();
    }

    private static List<String> unexplained(String prefix, String source) {
        List<String> found = new ArrayList<>();
        Matcher each = SILENCED.matcher(source);
        while (each.find()) {
            if (each.group("why") == null) {
                found.add(prefix + each.group());
            }
        }
        return found;
    }
}
