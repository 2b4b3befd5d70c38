package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** What review tools get of {@code aqua:validate}. */
class ValidateSarifTest extends GoalFixture {

    private static final String REPORT = "target/aqua-reports/validate.sarif";
    private static final String WARNS = ACCOUNT.replace("from Account", "from Account;");
    private static final String SECRET = "s3cr3t-of-nobody";

    @Override
    String goal() {
        return "validate";
    }

    @Test
    @InjectMojo(goal = "validate")
    void holdsAnError_withItsRule_alsoWhenTheBuildFails(ValidateMojo validate) throws Exception {
        write("specs/c.yaml", ACCOUNT.replace("apiVersion:", "apiVerson:"));

        assertThatThrownBy(validate::execute).isInstanceOf(MojoFailureException.class);

        JsonNode driver = report().at("/runs/0/tool/driver");
        assertThat(driver.path("name").asText()).isEqualTo("aqua-maven-plugin");
        assertThat(driver.path("version").asText()).matches("\\d+\\.\\d+\\S*");
        JsonNode result = result("AQ101");
        JsonNode rule = driver.path("rules").path(result.path("ruleIndex").asInt());
        assertThat(rule.path("id").asText()).isEqualTo("AQ101");
        assertThat(rule.at("/shortDescription/text").asText()).isEqualTo("A key is not known");
        assertThat(rule.at("/fullDescription/text").asText()).startsWith("A key that nobody reads");
        assertThat(rule.at("/help/text").asText()).startsWith("AQ101: A key is not known\n\n  ");
        assertThat(rule.at("/help/markdown").asText())
                .isEqualTo(Files.readString(Path.of("../docs/diagnostics/AQ101.md")));
        assertThat(rule.at("/defaultConfiguration/level").asText()).isEqualTo("error");
        assertThat(result.path("level").asText()).isEqualTo("error");
        assertThat(result.at("/message/text").asText())
                .matches("unknown key \"apiVerson\"\nwhy: A key .*\\.\nfix: did you mean \"apiVersion\"\\?");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation"))
                .isEqualTo(json("{\"uri\":\"specs/c.yaml\",\"uriBaseId\":\"%SRCROOT%\"}"));
        assertThat(region(result)).isEqualTo("8:5-8:14");
        assertThat(report().at("/runs/0/originalUriBaseIds/%SRCROOT%/uri").asText())
                .isEqualTo(module.toUri().toString());
    }

    @Test
    @InjectMojo(goal = "validate")
    void isThere_whenNothingIsFound(ValidateMojo validate) throws Exception {
        write("specs/good.yaml", ACCOUNT.replace("version", "dateTimeUtc: true\nversion"));
        write(REPORT, "an old one");

        validate.execute();

        assertThat(report().at("/version").asText()).isEqualTo("2.1.0");
        assertThat(report().at("/runs/0/results")).isEmpty();
        assertThat(report().at("/runs/0/tool/driver/rules")).isEmpty();
    }

    @Test
    @InjectMojo(goal = "validate")
    void holdsWarningsAndNotes_andWhatIsAccepted_withItsReason(ValidateMojo validate) throws Exception {
        write("specs/a.yaml", "format: CSV\n" + WARNS);
        write("specs/b.yaml", WARNS + "suppress: [{code: AQ319, reason: the semicolon is dear to us}]\n");

        validate.execute();

        assertThat(result("AQ110").path("level").asText()).isEqualTo("note");
        List<JsonNode> warnings = results("AQ319");
        assertThat(warnings).hasSize(2).allMatch(r -> r.path("level").asText().equals("warning"));
        assertThat(warnings.get(0).has("suppressions")).isFalse();
        assertThat(warnings.get(1).at("/suppressions"))
                .isEqualTo(json("[{\"kind\":\"inSource\",\"status\":\"accepted\","
                        + "\"justification\":\"the semicolon is dear to us\"}]"));
        assertThat(uri(warnings.get(1))).isEqualTo("specs/b.yaml");
    }

    @Test
    @InjectMojo(goal = "validate")
    void countsCharacters_andEndsBehindTheLast(ValidateMojo validate) throws Exception {
        write(
                "specs/a.yaml",
                ACCOUNT.replace("select Id, Name from Account", "select Id from Account where Name = '😀😀';"));

        validate.execute();

        assertThat(report().at("/runs/0/columnKind").asText()).isEqualTo("unicodeCodePoints");
        assertThat(region(result("AQ319"))).isEqualTo("9:52-9:53");
    }

    @Test
    @InjectMojo(goal = "validate")
    void namesAFileAsAUri(ValidateMojo validate) throws Exception {
        write("my spécs#1/a.yaml", WARNS);
        set(validate, "specs", module.resolve("my spécs#1").toFile());

        validate.execute();

        assertThat(uri(result("AQ319"))).isEqualTo("my%20sp%C3%A9cs%231/a.yaml");
    }

    @Test
    @InjectMojo(goal = "validate")
    void namesOtherPlaces(ValidateMojo validate) throws Exception {
        write("specs/a.yaml", "name: again\n" + ACCOUNT);

        assertThatThrownBy(validate::execute).isInstanceOf(MojoFailureException.class);

        JsonNode twice = result("AQ005");
        assertThat(region(twice)).isEqualTo("2:1-2:5");
        assertThat(twice.at("/relatedLocations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(1);
        assertThat(twice.at("/relatedLocations/0/message/text").asText()).isNotBlank();
    }

    @Test
    @InjectMojo(goal = "validate")
    void putsWhatIsWrongWithTheBuild_intoItsPom(ValidateMojo validate) throws Exception {
        set(validate, "specs", module.resolve("nowhere").toFile());

        assertThatThrownBy(validate::execute).hasMessageContaining("[AQ511]");

        assertThat(uri(result("AQ511"))).isEqualTo("pom.xml");
        assertThat(result("AQ511")
                        .at("/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @InjectMojo(goal = "validate")
    void holdsNoSecretOfAManifest(ValidateMojo validate) throws Exception {
        write("specs/a.yaml", ACCOUNT + "clientSecret: " + SECRET + "\nformat: " + "{token: " + SECRET + "}\n");

        assertThatThrownBy(validate::execute).isInstanceOf(MojoFailureException.class);

        assertThat(log.text()).contains("clientSecret: ••••").doesNotContain(SECRET);
        assertThat(results("AQ101")).isNotEmpty();
        assertThat(read(REPORT)).doesNotContain(SECRET);
    }

    @Test
    @InjectMojo(goal = "validate")
    void letsNoWordsOfAManifestMakeALink_orDriveATerminal(ValidateMojo validate) throws Exception {
        write("specs/a.yaml", ACCOUNT + "\"[free money](http://evil.example)\u001b[2J\u202e\": 1\n");
        write("specs/b.yaml", ACCOUNT + "\"[free money](http://evil.example)\": 1\n");

        assertThatThrownBy(validate::execute).isInstanceOf(MojoFailureException.class);

        assertThat(results("AQ101").stream().map(r -> r.at("/message/text").asText()))
                .anyMatch(text -> text.startsWith("unknown key \"[free money\\](http://evil.example)\""))
                .noneMatch(text -> text.contains("money]"));
        assertThat(read(REPORT)).doesNotContain("\u001b", "\u202e");
    }

    @Test
    @InjectMojo(goal = "validate")
    void countsFromTheCheckout_whenTheBuildStandsDeeper(ValidateMojo validate) throws Exception {
        validate.readVariablesFrom(Map.of("GITHUB_WORKSPACE", module.getParent().toString())::get);
        write("specs/a.yaml", WARNS);

        validate.execute();

        String folder = module.getFileName().toString();
        assertThat(uri(result("AQ319"))).isEqualTo(folder + "/specs/a.yaml");
        assertThat(report().at("/runs/0/automationDetails/id").asText()).isEqualTo("aqua-validate/" + folder + "/");
        assertThat(report().at("/runs/0/originalUriBaseIds/%SRCROOT%/uri").asText())
                .isEqualTo(module.getParent().toUri().toString());
    }

    @Test
    @InjectMojo(goal = "validate")
    void countsFromTheBuild_whenTheCheckoutIsAnother(ValidateMojo validate) throws Exception {
        validate.readVariablesFrom(Map.of("GITHUB_WORKSPACE", module + "-of-another")::get);
        write("specs/a.yaml", WARNS);

        validate.execute();

        assertThat(uri(result("AQ319"))).isEqualTo("specs/a.yaml");
        assertThat(report().at("/runs/0/automationDetails/id").asText()).isEqualTo("aqua-validate/");
    }

    @Test
    @InjectMojo(goal = "validate")
    void knowsAFindingAgain_whenItsLineHasMoved_andTellsTwoApart(ValidateMojo validate) throws Exception {
        String two = WARNS + WARNS.substring(WARNS.indexOf("  - name")).replace("account", "account-2");
        write("specs/a.yaml", two);
        validate.execute();
        List<String> before = fingerprints("AQ319");

        write("specs/a.yaml", "# a comment\n\n" + two);
        validate.execute();

        assertThat(before).hasSize(2).doesNotHaveDuplicates();
        assertThat(fingerprints("AQ319")).isEqualTo(before);
    }

    @Test
    @InjectMojo(goal = "validate")
    void isNotWritten_withoutAPom_unlessAskedFor(ValidateMojo validate) throws Exception {
        project().setFile(null);
        write("specs/a.yaml", WARNS);

        validate.execute();
        assertThat(module.resolve("target")).doesNotExist();

        set(validate, "reportDirectory", module.resolve("target/aqua-reports").toFile());
        validate.execute();
        assertThat(uri(result("AQ319"))).isEqualTo("specs/a.yaml");
    }

    @Test
    @InjectMojo(goal = "validate")
    void isNotWritten_whereThereIsNothingToDo(ValidateMojo validate) throws Exception {
        validate.execute();

        assertThat(module.resolve("target")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "skipValidate", value = "true")
    void isNotWritten_whenTheGoalIsSkipped(ValidateMojo validate) throws Exception {
        write("specs/a.yaml", WARNS);

        validate.execute();

        assertThat(module.resolve("target")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "validate")
    void fails_whereItCannotBeWritten(ValidateMojo validate) throws Exception {
        write("specs/a.yaml", WARNS);
        write("target/aqua-reports", "a file in its way");

        assertThatThrownBy(validate::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("[AQ801]");
        assertThat(log.at("ERROR")).singleElement().asString().contains("-Daqua.reportDirectory");
    }

    @Test
    void theSchemaRefusesWhatIsNoSarif() throws Exception {
        String good = "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"a\"}},\"results\":[]}]}";

        assertThat(errors(good)).isEmpty();
        assertThat(errors(good.replace("\"results\":[]", "\"results\":[{\"level\":\"fatal\"}]")))
                .isNotEmpty();
    }

    private JsonNode report() throws IOException {
        String text = read(REPORT);
        assertThat(errors(text)).isEmpty();
        return json(text);
    }

    private List<JsonNode> results(String code) throws IOException {
        JsonNode results = report().at("/runs/0/results");
        return results.valueStream()
                .filter(result -> result.path("ruleId").asText().equals(code))
                .toList();
    }

    private JsonNode result(String code) throws IOException {
        List<JsonNode> found = results(code);
        assertThat(found).as(code).hasSize(1);
        return found.get(0);
    }

    private List<String> fingerprints(String code) throws IOException {
        return results(code).stream()
                .map(result ->
                        result.at("/partialFingerprints").path("aquaFinding/v1").asText())
                .toList();
    }

    private static String uri(JsonNode result) {
        return result.at("/locations/0/physicalLocation/artifactLocation/uri").asText();
    }

    private static String region(JsonNode result) {
        JsonNode region = result.at("/locations/0/physicalLocation/region");
        return "%s:%s-%s:%s"
                .formatted(
                        region.path("startLine"),
                        region.path("startColumn"),
                        region.path("endLine"),
                        region.path("endColumn"));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static List<Error> errors(String sarif) throws IOException {
        try (var schema = ValidateSarifTest.class.getResourceAsStream("/sarif/sarif-2.1.0-rtm.5.json")) {
            Schema standard = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            return standard.validate(sarif, InputFormat.JSON);
        }
    }
}
