package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.data.Catalogue;
import io.github.aquaspec.emulator.data.ObjectType;
import io.github.aquaspec.report.StarterManifest;
import io.github.aquaspec.spec.zoql.ObjectCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class InitMojoTest extends GoalFixture {

    @Override
    String goal() {
        return "init";
    }

    @Test
    @InjectMojo(goal = "init")
    void writesAManifest_inWhichNothingIsFound(InitMojo init, @InjectMojo(goal = "validate") ValidateMojo validate)
            throws Exception {
        Plugin ours = new Plugin();
        ours.setGroupId("io.github.aquaspec");
        ours.setArtifactId("aqua-maven-plugin");
        project().getBuild().addPlugin(ours);
        init.execute();

        assertThat(read("specs/Account.yaml"))
                .isEqualTo(StarterManifest.of("Account", false))
                .doesNotContain("$schema");
        assertThat(log.at("INFO"))
                .containsExactly(
                        "Wrote specs/Account.yaml. Add the fields that you need, and check it: mvn aqua:validate");

        set(validate, "notes", true);
        validate.execute();
        assertThat(log.at("INFO")).endsWith("1 manifest checked, no errors.").hasSize(2);
        assertThat(log.at("WARNING")).isEmpty();
    }

    /** The README's POM is run by a build of its own. */
    @Test
    @InjectMojo(goal = "init")
    void showsWhatBelongsIntoThePom_whereItIsNotThere_asTheReadmeDoes(InitMojo init) throws Exception {
        init.execute();

        List<String> lines = log.at("INFO");
        assertThat(lines.get(1)).endsWith("mvn verify -Psnapshot runs it:");
        String shown = String.join("\n", lines.subList(2, lines.size()));
        assertThat(shown).contains("<goal>validate</goal>", "<id>snapshot</id>", "<goal>attach</goal>");
        assertThat(Files.readString(Path.of("../README.md"))).contains(shown.indent(2));
    }

    @Test
    @InjectMojo(goal = "init")
    void leavesWhatRuns_forEveryObjectOfTheEmulator(InitMojo init, @InjectMojo(goal = "run") RunMojo run)
            throws Exception {
        List<String> objects = Catalogue.shipped().objects().stream()
                .map(ObjectType::name)
                .filter(name -> !ObjectCatalogue.zuora().isNeverExported(name))
                .toList();
        for (String object : objects) {
            set(init, "object", object);
            init.execute();
        }
        try (AquaEmulator emulator = AquaEmulator.start()) {
            server("zuora", "id", "secret");
            set(run, "endpoint", emulator.url().toString());

            inThisBuild(run).execute();
        }

        assertThat(log.at("INFO")).contains("Published %1$d of %1$d manifests.".formatted(objects.size()));
        assertThat(log.at("WARNING")).isEmpty();
        try (Stream<Path> snapshots = Files.list(module.resolve("target/aqua/Account"))) {
            assertThat(snapshots.toList())
                    .singleElement()
                    .satisfies(snapshot -> assertThat(snapshot.resolve("Account.csv"))
                            .content()
                            .startsWith("Account.Id,Account.CreatedDate,Account.UpdatedDate\n"));
        }
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "object", value = "invoiceitem")
    void spellsTheObjectAsZuoraDoes_withoutAPom(InitMojo init) throws Exception {
        project().setFile(null);

        init.execute();

        assertThat(read("specs/InvoiceItem.yaml")).contains("from InvoiceItem\n");
    }

    @Test
    @InjectMojo(goal = "init")
    void writesWhereItIsTold_andTellsTheEditor_whereTheSchemaIs(InitMojo init) throws Exception {
        write("manifests/crm/aqua-manifest.schema.json", "{}");
        set(init, "specs", module.resolve("manifests/crm").toFile());

        init.execute();

        assertThat(read("manifests/crm/Account.yaml"))
                .startsWith("# yaml-language-server: $schema=aqua-manifest.schema.json\n");
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "object", value = "Acount")
    void warns_ofAnObjectThatZuoraDoesNotList_withTheNearest_andWritesAllTheSame(InitMojo init) throws Exception {
        init.execute();

        assertThat(log.at("WARNING"))
                .singleElement()
                .asString()
                .contains(
                        "warning[AQ415]",
                        "--> specs/Acount.yaml:",
                        "Zuora lists no object \"Acount\"",
                        "write Account");
        assertThat(read("specs/Acount.yaml")).contains("select Id\n", "from Acount\n");
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "object", value = "BillingPreviewRun")
    void refuses_anObjectThatCannotBeExported(InitMojo init) throws Exception {
        assertThatThrownBy(init::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("[AQ414]");
        assertThat(module.resolve("specs")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "init")
    void neverReplacesAManifest(InitMojo init) throws Exception {
        write("specs/Account.yaml", "mine");

        assertThatThrownBy(init::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("there is specs/Account.yaml already")
                .hasMessageContaining("[AQ540]");
        assertThat(read("specs/Account.yaml")).isEqualTo("mine");
        assertThat(log.at("ERROR")).singleElement().asString().contains("-Daqua.object=");
    }

    @Test
    @InjectMojo(goal = "init")
    void writesNoSecondManifestOfAnId_andNoneBesideItsFolder(InitMojo init) throws Exception {
        Path json = write("specs/account.JSON", "{}");

        assertThatThrownBy(init::execute).hasMessageContaining("there is specs/account.JSON already");

        Files.delete(json);
        write("specs/account/more.yaml", ACCOUNT);

        assertThatThrownBy(init::execute).hasMessageContaining("there is specs/account already");
        assertThat(module.resolve("specs/Account.yaml")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "init")
    void writesBesideOtherFiles(InitMojo init) throws Exception {
        write("specs/Accounts.yaml", ACCOUNT);
        write("specs/Account.md", "notes");

        init.execute();

        assertThat(module.resolve("specs/Account.yaml")).exists();
    }

    @Test
    @InjectMojo(goal = "init")
    void writesThroughNoLink(InitMojo init) throws Exception {
        Files.createDirectories(module.resolve("specs"));
        Files.createSymbolicLink(module.resolve("specs/Account.yaml"), module.resolve("elsewhere"));

        assertThatThrownBy(init::execute).hasMessageContaining("[AQ540]");
        assertThat(module.resolve("elsewhere")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "init")
    void refuses_whatIsNoName(InitMojo init) throws Exception {
        for (String hostile :
                List.of("../x", "a b", "", "Account.yaml", "x\ny", "C:x", "_a", "a".repeat(81), "Account where 1")) {
            set(init, "object", hostile);

            assertThatThrownBy(init::execute)
                    .as(hostile)
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessageContaining("aqua.object is ")
                    .hasMessageContaining("[AQ510]");
        }
        assertThat(module.resolve("specs")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "object", value = "select")
    void refuses_aWordOfTheLanguage(InitMojo init) throws Exception {
        assertThatThrownBy(init::execute).hasMessageContaining("[AQ405]");
        assertThat(module.resolve("specs")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "init")
    void fails_whereNothingCanBeWritten(InitMojo init) throws Exception {
        write("specs", "a file in its way");

        assertThatThrownBy(init::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("[AQ801]");
        assertThat(log.at("ERROR")).singleElement().asString().contains("-Daqua.specs");
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "skipInit", value = "true")
    void writesNothing_whenItIsSkipped(InitMojo init) throws Exception {
        init.execute();

        assertThat(log.text()).isEqualTo("[INFO] Skipped: aqua.init.skip is set.");
        assertThat(module.resolve("specs")).doesNotExist();
    }
}
