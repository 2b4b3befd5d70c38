package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages tell their readers to type is there: goals, properties, and calls that Maven can read. */
class CommandsTest {

    private static PageCommands commands;

    @BeforeAll
    static void readTheWords() throws IOException {
        commands = new PageCommands(PluginWords.read());
    }

    static List<Page> pages() throws IOException {
        return Page.all();
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> docs = Files.walk(Page.ROOT.resolve("docs"))) {
            return docs.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachPageNamesWhatThereIs(Page page) {
        assertThat(commands.mistakesOfPage(page.text())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachFileNamesWhatThereIs(Path file) throws IOException {
        assertThat(commands.mistakesOfFile(Files.readString(file))).isEmpty();
    }

    @Test
    void looksAtAllOfThem() throws IOException {
        assertThat(pages())
                .hasSizeGreaterThan(250)
                .contains(Page.of("README.md"), Page.of("CONTRIBUTING.md"), Page.of("docs/goals.md"));
        assertThat(files()).hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            Call `aqua:runs`.                                  ! no goal: aqua:runs
            Call `aqua:queryNames`.                            ! no goal: aqua:queryNames
            `mvn io.github.aquaspec:aqua-maven-plugin:1.0:ran` ! no goal: ran
            Set `-Daqua.enviroment=us`.                        ! no property: aqua.enviroment
            Set `aqua.enviroment`.                             ! no property: aqua.enviroment
            <aqua.enviroment>us</aqua.enviroment>              ! no property: aqua.enviroment
            Set `-Daqua.params.<name>=1`.                      ! no property: aqua.params.
            `mvn verfy -Psnapshot`                             ! no phase, goal or option of Maven: verfy
            `./mvnw --batchmode verify`                        ! no phase, goal or option of Maven: --batchmode
            `mvn verify -P`                                    ! -P wants a value
            """)
    void seesAMistake(String page, String mistake) {
        assertThat(commands.mistakesOfPage(page)).contains(mistake);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$ mvn verfy",
                "  - run: mvn --batch-mode verify snapshot",
                "CI=true mvn verify 'aqua:run",
                "mvn verify \\\n  -Psnapshot \\\n  --no-such-option"
            })
    void seesAMistakeInABlock_andInAFile(String line) {
        assertThat(commands.mistakesOfPage("```sh\n" + line + "\n```\n")).hasSize(1);
        assertThat(commands.mistakesOfFile(line + "\n")).hasSize(1);
        assertThat(commands.mistakesOfPage(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mvn -ntp -f x/pom.xml -T1C verify -Psnapshot -Daqua.param.currency=EUR # a comment: of any words",
                "mvn aqua:run -Daqua.select='release/**' && ls target | head -3",
                "- run: mvn -B deploy -Daqua.shard=${{ matrix.shard }}/16 -Daqua.skip=\"$(git log -1)\"",
                "exec mvn io.github.aquaspec:aqua-maven-plugin:0.1.0-SNAPSHOT:run",
                "mvn --encrypt-password"
            })
    void takesWhatIsRight(String line) {
        assertThat(commands.mistakesOfFile(line)).isEmpty();
        assertThat(MavenCommand.find(line)).isPresent();
    }
}
