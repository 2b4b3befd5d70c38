package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Label;
import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.rule.FileStems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Valid manifests with tokens left out, repeated and replaced: whatever comes of it is a job or a list of errors, and
 * every finding can be drawn. The seeds are fixed; the profile {@code proof} tries more, and {@code -Dmutations=5000} that
 * many.
 */
class MutatedManifestsTest {

    private static final int MUTATIONS = Integer.getInteger("mutations", Boolean.getBoolean("aqua.proof") ? 1000 : 15);
    private static final int LONGEST = 8_000;

    private static final Pattern TOKEN = Pattern.compile("\\s+|[A-Za-z0-9_]+|.", Pattern.DOTALL);

    private static final List<String> ODD = List.of(
            "",
            " ",
            "\t",
            "\n",
            "\r",
            "\n\n  ",
            "-",
            "- ",
            ": ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "'",
            "\"",
            "|",
            ">",
            "&a ",
            "*a",
            "!!str ",
            "<<: ",
            "? ",
            "%",
            "@",
            "`",
            "#",
            "---\n",
            "...\n",
            "null",
            "~",
            "true",
            "0",
            "-1",
            "1e9",
            "99999999999999999999",
            "${",
            "${x}",
            "$$",
            "\\",
            "\\u0000",
            "\u0000",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "é",
            "😀",
            "\uD83D",
            "query",
            "queries",
            "name",
            "file",
            "partner",
            "version",
            "suppress",
            "expect",
            "window",
            "x-");

    static Stream<Path> manifests() {
        return Corpus.valid().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manifests")
    void areJobsOrHaveErrors_andEveryFindingCanBeDrawn(Path manifest) throws IOException {
        String text = Files.readString(manifest);
        if (text.length() > LONGEST) {
            return;
        }
        List<String> tokens =
                TOKEN.matcher(text).results().map(MatchResult::group).toList();
        String name = String.valueOf(manifest.getFileName());
        for (int seed = 0; seed < MUTATIONS; seed++) {
            String mutated = mutate(tokens, new Random(seed * 31L + name.hashCode()));
            check(name, mutated, seed);
        }
    }

    private static void check(String name, String text, int seed) {
        Loaded<JobSpec> loaded;
        try {
            loaded = JobSpecs.parse(name, text);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + seed + " of " + name + ":\n" + text, e);
        }
        assertThat(loaded.value().isPresent())
                .as("seed %s of %s:%n%s", seed, name, text)
                .isEqualTo(loaded.diagnostics().stream().noneMatch(Diagnostic::isError));
        for (Diagnostic finding : loaded.diagnostics()) {
            Stream.concat(finding.where().stream(), finding.related().stream())
                    .map(Label::span)
                    .forEach(span -> assertThat(span.end())
                            .isLessThanOrEqualTo(span.source().length()));
            assertThat(TextRenderer.render(finding)).contains(finding.code().id());
        }
        loaded.value()
                .ifPresent(job -> assertThat(FileStems.of(job))
                        .hasSameSizeAs(job.queries())
                        .allMatch(FileStems::isStem)
                        .extracting(stem -> stem.toLowerCase(Locale.ROOT))
                        .doesNotHaveDuplicates());
    }

    private static String mutate(List<String> tokens, Random random) {
        List<String> mutated = new ArrayList<>(tokens);
        for (int change = random.nextInt(3); change >= 0 && !mutated.isEmpty(); change--) {
            int at = random.nextInt(mutated.size());
            switch (random.nextInt(5)) {
                case 0 -> mutated.remove(at);
                case 1 -> mutated.add(at, mutated.get(at));
                case 2 -> mutated.set(at, mutated.get(random.nextInt(mutated.size())));
                case 3 -> mutated.set(at, ODD.get(random.nextInt(ODD.size())));
                default -> mutated.add(at, ODD.get(random.nextInt(ODD.size())));
            }
        }
        return String.join("", mutated);
    }
}
