package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The pipelines that users are to copy: they can be read, and keep things in the right order. What they name is looked up by CommandsTest. */
class PipelinesTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern PROPERTY = Pattern.compile("-D(aqua\\.[A-Za-z.]+)=");

    static Stream<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("pipelines", "scale")) {
            try (Stream<Path> all = Files.list(DOCS.resolve(folder))) {
                all.forEach(files::add);
            }
        }
        return files.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachCanBeRead(Path file) throws IOException {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);

        assertThat(new Yaml(new SafeConstructor(strict)).loadAll(Files.readString(file)))
                .isNotEmpty()
                .allMatch(document -> document instanceof Map);
    }

    @Test
    void eachNamesSome() throws IOException {
        for (Path file : files().toList()) {
            String text = Files.readString(file);
            assertThat(text).containsPattern("\\bmvn --batch-mode [a-z]");
            assertThat(named(PROPERTY, text)).as("%s", file).isNotEmpty();
        }
    }

    /** The state moves when the data are safe, and not before. */
    @Test
    @SuppressWarnings("unchecked") // what is no map fails the test
    void atGitHub_dataAreKeptBeforeTheStateMoves_andReceiptsWhateverHappens() throws IOException {
        Map<String, Object> jobs =
                (Map<String, Object>) yaml("pipelines/github-actions.yml").get("jobs");
        Map<String, Object> nightly = (Map<String, Object>) jobs.get("nightly");
        List<Map<String, Object>> steps = (List<Map<String, Object>>) nightly.get("steps");
        List<String> order = steps.stream()
                .map(step ->
                        step.getOrDefault("name", step.getOrDefault("uses", "")).toString())
                .toList();

        assertThat(order)
                .containsSubsequence(
                        "actions/checkout@v4",
                        "run and verify",
                        "receipts, JUnit XML, page",
                        "keep the data",
                        "move the state");
        assertThat(steps.stream()
                        .filter(step -> "always()".equals(step.get("if")))
                        .map(step -> step.get("name")))
                .containsExactly("page", "receipts, JUnit XML, page");
        assertThat(nightly.get("concurrency")).asString().contains("cancel-in-progress=false");
        assertThat(jobs.get("check").toString()).doesNotContain("secrets.");
    }

    @Test
    @SuppressWarnings("unchecked") // what is no map fails the test
    void atGitLab_theStateMovesInAJobBehindTheOneThatKeepsTheData() throws IOException {
        Map<String, Object> jobs = yaml("pipelines/gitlab-ci.yml");
        Map<String, Object> nightly = (Map<String, Object>) jobs.get("nightly");
        Map<String, Object> state = (Map<String, Object>) jobs.get("state");

        assertThat(nightly.get("artifacts").toString()).contains("target/aqua,", ".aqua");
        assertThat(nightly.get("script").toString()).doesNotContain("push");
        assertThat(state.get("needs")).isEqualTo(List.of("nightly"));
        assertThat(state.get("script").toString()).contains("push");
        assertThat(state.get("resource_group")).isEqualTo(nightly.get("resource_group"));
    }

    /** Shards count from 1, an Indexed Job from 0. */
    @Test
    void eachWayToScale_namesAllShards() throws IOException {
        assertThat(Files.readString(DOCS.resolve("scale/github-matrix.yml")))
                .contains("shard: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]", "matrix.shard }}/16");
        assertThat(Files.readString(DOCS.resolve("scale/gitlab-parallel.yml")))
                .contains("parallel: 16", "$CI_NODE_INDEX/$CI_NODE_TOTAL");
        assertThat(Files.readString(DOCS.resolve("scale/kubernetes-job.yaml")))
                .contains("completions: 16", "$((JOB_COMPLETION_INDEX + 1))/16");
    }

    private static Map<String, Object> yaml(String file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(DOCS.resolve(file)));
    }

    private static Set<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
