package io.github.aquaspec.run.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.Rig;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.spec.Values;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFinderTest {

    @TempDir
    private Path base;

    @Test
    void names_manifests_byTheirPathBelowTheFolder_inOrder() throws IOException {
        write("specs/b.yaml", "specs/a/c.d.yml", "specs/a/b.json");

        ManifestSet found = finder("specs").find();

        assertThat(ids(found)).containsExactly("a/b", "a/c.d", "b");
        assertThat(found.problems()).isEmpty();
        assertThat(found.hasErrors()).isFalse();
    }

    @Test
    void leavesOut_whatIsHidden_orASchema_orAnotherKindOfFile() throws IOException {
        write("specs/a.yaml", "specs/.b.yaml", "specs/.git/c.yaml", "specs/d.schema.json", "specs/readme.md");

        assertThat(ids(finder("specs").find())).containsExactly("a");
    }

    @Test
    void names_aSingleFile_byItsPlaceBelowTheSpecsFolder_elseByItsStem() throws IOException {
        write("specs/a/b.yaml", "other/c.yaml");

        assertThat(ids(finder("specs/a/b.yaml").find())).containsExactly("a/b");
        assertThat(ids(finder("other/c.yaml").find())).containsExactly("c");
    }

    @Test
    void selects_byId() throws IOException {
        write("specs/a/x.yaml", "specs/a/y/z.yaml", "specs/b.yaml");

        assertThat(ids(finder("specs", "a/*").find())).containsExactly("a/x");
        assertThat(ids(finder("specs", "a/**", "b").find())).containsExactly("a/x", "a/y/z", "b");
    }

    @Test
    void fails_whenNothingIsSelected_orThere() throws IOException {
        write("specs/a.yaml");
        Files.createDirectories(base.resolve("empty"));

        assertThat(only(finder("specs", "b").find())).satisfies(d -> {
            assertThat(d.code()).isEqualTo(TargetCode.SELECTS_NOTHING);
            assertThat(d.message()).isEqualTo("no manifest in specs is selected by \"b\"");
        });
        assertThat(only(finder("empty").find()).code()).isEqualTo(TargetCode.NO_MANIFEST);
        assertThat(only(finder("nowhere").find())).satisfies(d -> {
            assertThat(d.code()).isEqualTo(TargetCode.MISSING_SPECS);
            assertThat(d.message()).isEqualTo("there is no file or folder nowhere");
        });
    }

    @Test
    void names_theIdThatIsNear_whenNothingIsSelected() throws IOException {
        write("specs/story/customers.yaml", "specs/billing.yaml");

        assertThat(only(finder("specs", "story/customer").find()).fix()).contains("did you mean story/customers?");
        assertThat(only(finder("specs", "story/**/x").find()).fix().orElseThrow())
                .startsWith("select by id");
    }

    @Test
    void fails_whenTwoManifestsHaveOneId_orOneIsAFolderOfTheOther() throws IOException {
        write("specs/a.yaml", "specs/a.json", "specs/a/b.yaml");

        ManifestSet found = finder("specs").find();

        assertThat(found.hasErrors()).isTrue();
        assertThat(found.problems()).allSatisfy(d -> {
            assertThat(d.code()).isEqualTo(TargetCode.SAME_ID);
            assertThat(d.where()).isPresent();
            assertThat(d.related()).hasSize(1);
        });
        assertThat(found.problems())
                .extracting(Diagnostic::message)
                .contains("two manifests have the id \"a\"", "the ids \"a\" and \"a/b\" cannot stand side by side");
    }

    @Test
    void fails_whenAnIdIsAFolderOfAnother_thoughOthersSortBetweenThem() throws IOException {
        write("specs/A.yaml", "specs/a-b.yaml", "specs/a.b.yaml", "specs/a/b.yaml", "specs/a0.yaml", "specs/b.yaml");

        assertThat(finder("specs").find().problems())
                .extracting(Diagnostic::message)
                .containsExactly("the ids \"A\" and \"a/b\" cannot stand side by side");
    }

    @Test
    void fails_whenAPathIsNoId_andReadsTheOthers() throws IOException {
        write("specs/not good.yaml", "specs/a.yaml");

        ManifestSet found = finder("specs").find();

        assertThat(only(found).code()).isEqualTo(TargetCode.BAD_ID);
        assertThat(only(found).message()).isEqualTo("the manifest specs/not good.yaml would have the id \"not good\"");
        assertThat(ids(found)).containsExactly("a");
    }

    @Test
    void shows_whatIsWrongWithEachManifest_togetherWithTheSet() throws IOException {
        write("specs/not good.yaml");
        Files.writeString(base.resolve("specs/a.yaml"), "queries: nothing\n");

        assertThat(finder("specs").find().diagnostics())
                .extracting(d -> d.code().id())
                .contains("AQ514", "AQ102");
    }

    @Test
    void reads_manyManifests_eachUnderItsOwnId_andTellsWhatIsWrongInTheirOrder() throws IOException {
        List<String> all = IntStream.range(100, 400).mapToObj(i -> "a" + i).toList();
        List<String> broken = all.stream().filter(id -> id.endsWith("7")).toList();
        Files.createDirectories(base.resolve("specs"));
        for (String id : all) {
            Files.writeString(
                    base.resolve("specs/" + id + ".yaml"),
                    broken.contains(id) ? "queries: none\n" : Rig.ACCOUNTS.replace("name: Account", "name: " + id));
        }

        ManifestSet found = finder("specs").find();

        assertThat(ids(found)).isEqualTo(all);
        assertThat(found.diagnostics().stream()
                        .filter(Diagnostic::isError)
                        .map(d -> d.where().orElseThrow().span().source().name())
                        .distinct())
                .isEqualTo(broken.stream().map(id -> "specs/" + id + ".yaml").toList());
        assertThat(found.manifests())
                .filteredOn(m -> !m.loaded().hasErrors())
                .hasSize(270)
                .allSatisfy(m -> assertThat(m.loaded().value().orElseThrow().queries())
                        .extracting(q -> q.name().orElseThrow())
                        .containsExactly(m.id().text()));
    }

    private ManifestFinder finder(String specs, String... selects) {
        return new ManifestFinder(
                base,
                base.resolve(specs),
                base.resolve("specs"),
                Stream.of("**/*.yaml", "**/*.yml", "**/*.json")
                        .map(PathPattern::new)
                        .toList(),
                Stream.of("**/.*", "**/*.schema.json").map(PathPattern::new).toList(),
                List.of(selects),
                Values.NONE);
    }

    private void write(String... files) throws IOException {
        for (String file : files) {
            Files.createDirectories(base.resolve(file).getParent());
            Files.writeString(base.resolve(file), Rig.ACCOUNTS);
        }
    }

    private static Diagnostic only(ManifestSet found) {
        assertThat(found.problems()).hasSize(1);
        assertThat(found.problems().get(0).fix()).isPresent();
        return found.problems().get(0);
    }

    private static List<String> ids(ManifestSet found) {
        return found.manifests().stream().map(m -> m.id().text()).toList();
    }
}
