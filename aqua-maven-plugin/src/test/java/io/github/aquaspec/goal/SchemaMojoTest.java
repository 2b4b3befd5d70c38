package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class SchemaMojoTest extends GoalFixture {

    private static final Path DOCUMENTED = Path.of("..", "docs", "aqua-manifest.schema.json");
    private static final String FILE = "specs/aqua-manifest.schema.json";

    @Override
    String goal() {
        return "schema";
    }

    @Test
    @InjectMojo(goal = "schema")
    void writesTheSchemaBesideTheManifests_andSaysHowAnEditorTakesIt(SchemaMojo schema) throws Exception {
        schema.execute();

        assertThat(module.resolve(FILE)).hasSameBinaryContentAs(DOCUMENTED);
        assertThat(module.resolve("specs/aqua-run.schema.json"))
                .hasSameBinaryContentAs(DOCUMENTED.resolveSibling("aqua-run.schema.json"));
        assertThat(log.at("INFO"))
                .containsExactly(
                        "Wrote specs/aqua-manifest.schema.json.",
                        "Wrote specs/aqua-run.schema.json.",
                        "An editor takes it from the first line of a YAML manifest beside it:"
                                + " # yaml-language-server: $schema=aqua-manifest.schema.json");
    }

    @Test
    @InjectMojo(goal = "validate")
    void isNoManifest(ValidateMojo validate) throws Exception {
        write("specs/accounts.yaml", "# yaml-language-server: $schema=aqua-manifest.schema.json\n" + ACCOUNT);
        Files.copy(DOCUMENTED, module.resolve(FILE));

        validate.execute();

        assertThat(log.at("INFO")).contains("1 manifest checked, no errors.");
    }

    @Test
    @InjectMojo(goal = "schema")
    void renewsTheFileOfAnotherVersion(SchemaMojo schema) throws Exception {
        write(FILE, Files.readString(DOCUMENTED).replace("crm-nightly", "crm-yearly"));

        schema.execute();

        assertThat(module.resolve(FILE)).hasSameBinaryContentAs(DOCUMENTED);
        assertThat(log.at("INFO")).contains("Renewed specs/aqua-manifest.schema.json.");
    }

    @Test
    @InjectMojo(goal = "schema")
    void saysSo_andTouchesNothing_whenNothingHasChanged(SchemaMojo schema) throws Exception {
        Path file = write(FILE, Files.readString(DOCUMENTED));
        FileTime before = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, before);

        schema.execute();

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
        assertThat(log.at("INFO")).contains("specs/aqua-manifest.schema.json is up to date.");
    }

    @Test
    @InjectMojo(goal = "schema")
    void fails_whenAnotherFileStandsThere(SchemaMojo schema) throws Exception {
        write(FILE, "{\"mine\": true}");

        assertThatThrownBy(schema::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("specs/aqua-manifest.schema.json is another file")
                .hasMessageContaining("[AQ510]");
        assertThat(read(FILE)).isEqualTo("{\"mine\": true}");
    }

    @Test
    @InjectMojo(goal = "schema")
    void fails_whenAnotherFileStandsWhereTheSchemaOfReceiptsGoes(SchemaMojo schema) throws Exception {
        write("specs/aqua-run.schema.json", "{\"mine\": true}");

        assertThatThrownBy(schema::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("specs/aqua-run.schema.json is another file");
        assertThat(read("specs/aqua-run.schema.json")).isEqualTo("{\"mine\": true}");
    }

    @Test
    @InjectMojo(goal = "schema")
    void writesWhereTheBuildSays(SchemaMojo schema) throws Exception {
        set(schema, "schemaFile", module.resolve("editor/aqua.json").toFile());

        schema.execute();

        assertThat(module.resolve("editor/aqua.json")).hasSameBinaryContentAs(DOCUMENTED);
        assertThat(module.resolve("editor/aqua-run.schema.json")).exists();
        assertThat(module.resolve("specs")).doesNotExist();
        assertThat(log.text()).contains("$schema=aqua.json");
    }

    @Test
    @InjectMojo(goal = "schema")
    void fails_whenTheFileCannotBeWritten(SchemaMojo schema) throws Exception {
        write("specs", "a file where the folder should be");

        assertThatThrownBy(schema::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("[AQ801]");
        assertThat(log.at("ERROR"))
                .first()
                .asString()
                .contains("An editor reads the schema from a file.", "-Daqua.schema.file");
    }

    @Test
    @InjectMojo(goal = "schema")
    @MojoParameter(name = "skipSchema", value = "true")
    void canBeSkipped(SchemaMojo schema) throws Exception {
        schema.execute();

        assertThat(log.at("INFO")).containsExactly("Skipped: aqua.schema.skip is set.");
        assertThat(module.resolve(FILE)).doesNotExist();
    }
}
