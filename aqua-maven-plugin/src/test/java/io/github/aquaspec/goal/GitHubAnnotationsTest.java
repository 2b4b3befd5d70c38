package io.github.aquaspec.goal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.goal.AnnotationCommands.Command;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** What GitHub Actions is told to mark. */
class GitHubAnnotationsTest extends GoalFixture {

    private static final String MISSPELT = ACCOUNT.replace("apiVersion:", "apiVerson:");
    private static final String WARNS = ACCOUNT.replace("from Account", "from Account;");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Override
    String goal() {
        return "validate";
    }

    @Test
    @InjectMojo(goal = "validate")
    void marksAFinding_atItsCharacters(ValidateMojo validate) throws Exception {
        write("specs/a.yaml", MISSPELT);

        assertThatThrownBy(onGitHub(validate)::execute).isInstanceOf(MojoFailureException.class);

        assertThat(printed.toString(UTF_8))
                .isEqualTo("::error file=specs/a.yaml,line=8,endLine=8,col=5,endColumn=13,title=AQ101::"
                        + "unknown key \"apiVerson\"%0A"
                        + "why: A key that nobody reads would change nothing, and a typo would go unseen.%0A"
                        + "fix: did you mean \"apiVersion\"?\n");
    }

    @Test
    @InjectMojo(goal = "validate")
    void marksNothing_elsewhere(ValidateMojo validate) throws Exception {
        write("specs/a.yaml", MISSPELT);
        validate.annotateTo(new PrintStream(printed, true, UTF_8));
        validate.readVariablesFrom(name -> null);

        assertThatThrownBy(validate::execute).isInstanceOf(MojoFailureException.class);

        assertThat(printed.size()).isZero();
    }

    @Test
    @InjectMojo(goal = "validate")
    void marksWarnings_butNoNotesThatAreNotShown(ValidateMojo validate) throws Exception {
        write("specs/a.yaml", "format: CSV\n" + WARNS);

        onGitHub(validate).execute();

        assertThat(commands()).extracting(Command::name).containsExactly("warning");
        assertThat(commands().get(0).properties()).containsEntry("title", "AQ319");
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "notes", value = "true")
    void marksNotes_thatAreShown(ValidateMojo validate) throws Exception {
        write("specs/a.yaml", "format: CSV\n" + ACCOUNT);

        onGitHub(validate).execute();

        assertThat(commands()).extracting(Command::name).contains("notice").doesNotContain("note");
    }

    /** GitHub takes no columns then. */
    @Test
    @InjectMojo(goal = "validate")
    void leavesColumnsOut_whereAFindingGoesOverLines(ValidateMojo validate) throws Exception {
        write("specs/a.yaml", ACCOUNT);
        write("specs/a.json", "{\"queries\": [{\"name\": \"A\",\n \"query\": \"select Id from Account\"}]}");

        assertThatThrownBy(onGitHub(validate)::execute).hasMessageContaining("[AQ513]");

        Command twice = commands().stream()
                .filter(c -> "AQ513".equals(c.properties().get("title")))
                .findFirst()
                .orElseThrow();
        assertThat(twice.properties()).containsOnlyKeys("file", "line", "endLine", "title");
    }

    @Test
    @InjectMojo(goal = "validate")
    void tellsWhatHasNoPlace(ValidateMojo validate) throws Exception {
        set(validate, "specs", module.resolve("nowhere").toFile());

        assertThatThrownBy(onGitHub(validate)::execute).hasMessageContaining("[AQ511]");

        assertThat(commands())
                .singleElement()
                .satisfies(c -> assertThat(c.properties()).isEqualTo(Map.of("title", "AQ511")));
    }

    @Test
    @InjectMojo(goal = "validate")
    void countsFromTheCheckout_whenTheBuildStandsDeeper(ValidateMojo validate) throws Exception {
        write("specs/a.yaml", WARNS);
        onGitHub(validate);
        validate.readVariablesFrom(Map.of(
                "GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", module.getParent().toString())::get);

        validate.execute();

        assertThat(commands().get(0).properties()).containsEntry("file", module.getFileName() + "/specs/a.yaml");
    }

    /** What a pull request may try: to end a command, to begin another, in each place that its words come to. */
    @Test
    @InjectMojo(goal = "validate")
    void noWordsOfAManifestAreObeyed(ValidateMojo validate) throws Exception {
        write(
                "100%, a:b/a.yaml",
                """
                "\\n::add-mask::x": 1
                "\\r::stop-commands::x\\u0085::x\\u2028::x": 1
                "::error title=fake::x,line=7::%0A::set-output name=a::b": 1
                "##[add-path]/tmp": 1
                "%0A%0D%25": 1
                "\\e[2J": 1
                """
                        + ACCOUNT.replace("name: Account", "name: \"\\n::warning::x\"")
                                .replace("select Id, Name", "\"select Id, '\\n::debug::x ##[group]x'")
                                .replace("from Account", "from Account\""));
        set(validate, "specs", module.resolve("100%, a:b").toFile());

        assertThatThrownBy(onGitHub(validate)::execute).isInstanceOf(MojoFailureException.class);

        assertThat(commands()).hasSizeGreaterThan(4).allSatisfy(command -> {
            assertThat(command.name()).isEqualTo("error");
            assertThat(command.properties()).containsEntry("file", "100%, a:b/a.yaml");
            assertThat(command.properties().get("title")).matches("AQ\\d{3}");
        });
        assertThat(commands()).hasSameSizeAs(log.at("ERROR"));
        assertThat(commands()).anyMatch(c -> c.data().startsWith("unknown key \"%0A%0D%25\"\nwhy: "));
        assertThat(printed.toString(UTF_8)).doesNotContain("##[", "%0D", "\r", "\u0085", "\u2028", "\u001b");
        assertThat(AnnotationCommands.in(log.text())).isEmpty();
    }

    @Test
    void theReaderOfCommandsObeysWhatIsNotEscaped() {
        assertThat(AnnotationCommands.in("::error title=a::b\n  ::add-mask::c\nx ##[group]d\nx ::no::e"))
                .extracting(Command::name)
                .containsExactly("error", "add-mask", "##[group]d");
    }

    private ValidateMojo onGitHub(ValidateMojo validate) {
        validate.annotateTo(new PrintStream(printed, true, UTF_8));
        validate.readVariablesFrom(Map.of("GITHUB_ACTIONS", "true")::get);
        return validate;
    }

    private List<Command> commands() {
        return AnnotationCommands.in(printed.toString(UTF_8));
    }
}
