package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class ValidateMojoTest extends GoalFixture {

    private static final String MISSPELT = ACCOUNT.replace("apiVersion:", "apiVerson:");
    private static final String WARNS = ACCOUNT.replace("from Account", "from Account;");
    private static final String NOTES = "format: CSV\n" + ACCOUNT;

    @Override
    String goal() {
        return "validate";
    }

    @Test
    @InjectMojo(goal = "validate")
    void passes_andSaysHowManyItChecked(ValidateMojo validate) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        write("specs/sub/more.yml", ACCOUNT);

        validate.execute();

        assertThat(log.at("INFO")).contains("2 manifests checked, no errors.");
        assertThat(log.at("ERROR")).isEmpty();
    }

    @Test
    @InjectMojo(goal = "validate")
    void tellsAllProblemsOfAllFilesAtOnce(ValidateMojo validate) throws Exception {
        write("specs/a.yaml", MISSPELT.replace("file: account", "file: \"con\""));
        write("specs/b.yaml", ACCOUNT.replace("query: select Id, Name from Account", "file2: x"));
        write("specs/c.yaml", ACCOUNT);

        assertThatThrownBy(validate::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("aqua:validate failed: ")
                .hasMessageContaining("specs/a.yaml:6:")
                .hasMessageEndingWith("more, see above)");
        assertThat(log.at("ERROR"))
                .hasSize(4)
                .allMatch(text -> text.contains("= fix: "))
                .anySatisfy(text -> assertThat(text).contains("--> specs/a.yaml:8:5", "did you mean \"apiVersion\""))
                .anySatisfy(text -> assertThat(text).contains("--> specs/a.yaml:6:11", "con"))
                .anySatisfy(text -> assertThat(text).contains("--> specs/b.yaml:9:5", "file2"))
                .anySatisfy(text -> assertThat(text).contains("--> specs/b.yaml:5:5", "query"));
    }

    @Test
    @InjectMojo(goal = "validate")
    void saysOnce_whereAllIsExplained(ValidateMojo validate) throws Exception {
        write("specs/a.yaml", MISSPELT + "    file2: x\n");
        write("specs/b.yaml", "format: CSV\n" + WARNS);

        assertThatThrownBy(validate::execute).isInstanceOf(MojoFailureException.class);

        assertThat(log.text()).endsWith("\n[INFO] Explained by: mvn aqua:explain -Daqua.code=AQ101,AQ319");
        assertThat(log.text()).containsOnlyOnce("aqua:explain");
    }

    @Test
    @InjectMojo(goal = "validate")
    void explainsNothing_whereNothingIsShown(ValidateMojo validate) throws Exception {
        write("specs/notes.yaml", NOTES);

        validate.execute();

        assertThat(log.text()).contains("shown with -Daqua.notes").doesNotContain("aqua:explain");
    }

    @Test
    @InjectMojo(goal = "validate")
    void hasNothingToDo_whereThereIsNoFolder(ValidateMojo validate) throws Exception {
        validate.execute();

        assertThat(log.at("INFO"))
                .containsExactly("Nothing to do: there is no folder " + module.resolve("specs")
                        + ", and aqua.specs names no other.");
    }

    @Test
    @InjectMojo(goal = "validate")
    void saysHowModulesAreReached_whereThereIsNoFolderButModules(ValidateMojo validate) throws Exception {
        project().getModel().addModule("billing");

        validate.execute();

        assertThat(log.at("INFO"))
                .singleElement()
                .asString()
                .startsWith("Nothing to do: there is no folder ")
                .contains("This POM has modules", "Bind the goal in the modules", "-f <module>/pom.xml");
    }

    @Test
    @InjectMojo(goal = "validate")
    void fails_whenAConfiguredFolderIsMissing(ValidateMojo validate) throws Exception {
        set(validate, "specs", module.resolve("manifests").toFile());

        assertThatThrownBy(validate::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("there is no file or folder manifests")
                .hasMessageContaining("[AQ511]");
    }

    @Test
    @InjectMojo(goal = "validate")
    void fails_whenTheFolderHoldsNoManifest(ValidateMojo validate) throws Exception {
        write("specs/README.md", "nothing here");

        assertThatThrownBy(validate::execute).hasMessageContaining("[AQ512]");
    }

    @Test
    @InjectMojo(goal = "validate")
    void fails_whenTwoManifestsHaveOneId(ValidateMojo validate) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        write("specs/accounts.json", "{\"queries\": [{\"name\": \"A\", \"query\": \"select Id from Account\"}]}");

        assertThatThrownBy(validate::execute)
                .hasMessageContaining("two manifests have the id \"accounts\"")
                .hasMessageContaining("[AQ513]");
        assertThat(log.text()).contains("specs/accounts.yaml", "specs/accounts.json");
    }

    @Test
    @InjectMojo(goal = "validate")
    void checksOnlyWhatIsSelected(ValidateMojo validate) throws Exception {
        write("specs/good.yaml", ACCOUNT);
        write("specs/bad.yaml", MISSPELT);
        set(validate, "select", "go*");

        validate.execute();

        assertThat(log.at("INFO")).contains("1 manifest checked, no errors.");
    }

    @Test
    @InjectMojo(goal = "validate")
    void fails_whenNothingIsSelected(ValidateMojo validate) throws Exception {
        write("specs/good.yaml", ACCOUNT);
        set(validate, "select", "goof");

        assertThatThrownBy(validate::execute).hasMessageContaining("\"goof\"").hasMessageContaining("[AQ515]");
    }

    @Test
    @InjectMojo(goal = "validate")
    void showsAWarning_andPasses(ValidateMojo validate) throws Exception {
        write("specs/warns.yaml", WARNS);

        validate.execute();

        assertThat(log.at("WARNING")).singleElement().asString().contains("specs/warns.yaml:9:");
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "failOnWarning", value = "true")
    void fails_onAWarning_whenAsked(ValidateMojo validate) throws Exception {
        write("specs/warns.yaml", WARNS);

        assertThatThrownBy(validate::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("specs/warns.yaml:9:");
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "failOnWarning", value = "true")
    void passes_withoutWarnings_whenTheyWouldFail(ValidateMojo validate) throws Exception {
        write("specs/good.yaml", ACCOUNT);

        assertThatCode(validate::execute).doesNotThrowAnyException();
    }

    @Test
    @InjectMojo(goal = "validate")
    void countsNotes(ValidateMojo validate) throws Exception {
        write("specs/notes.yaml", NOTES);

        validate.execute();

        assertThat(log.text())
                .containsPattern("\\d notes?, shown with -Daqua\\.notes")
                .doesNotContain("note[AQ");
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "notes", value = "true")
    void showsNotes_whenAsked(ValidateMojo validate) throws Exception {
        write("specs/notes.yaml", NOTES);

        validate.execute();

        assertThat(log.text()).contains("note[AQ").doesNotContain("shown with -Daqua.notes");
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "skip", value = "true")
    void readsNothing_whenAllGoalsAreSkipped(ValidateMojo validate) throws Exception {
        write("specs/bad.yaml", MISSPELT);

        validate.execute();

        assertThat(log.text()).isEqualTo("[INFO] Skipped: aqua.skip is set.");
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "skipValidate", value = "true")
    void readsNothing_whenItIsSkippedItself(ValidateMojo validate) throws Exception {
        write("specs/bad.yaml", MISSPELT);

        validate.execute();

        assertThat(log.text()).isEqualTo("[INFO] Skipped: aqua.validate.skip is set.");
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "runOnlyAtRoot", value = "true")
    void readsNothing_inAModule_whenOnlyTheRootCounts(ValidateMojo validate) throws Exception {
        write("specs/bad.yaml", MISSPELT);
        project().setExecutionRoot(false);

        validate.execute();

        assertThat(log.at("INFO")).singleElement().asString().contains("aqua.runOnlyAtRoot");
    }

    @Test
    @InjectMojo(goal = "validate")
    void worksWithoutAPom(ValidateMojo validate) throws Exception {
        project().setFile(null);
        write("specs/good.yaml", ACCOUNT);

        validate.execute();

        assertThat(log.at("INFO")).contains("1 manifest checked, no errors.");
        assertThat(Files.exists(module.resolve("target"))).isFalse();
    }
}
