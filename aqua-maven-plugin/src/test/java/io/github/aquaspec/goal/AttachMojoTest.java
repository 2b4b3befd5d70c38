package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.emulator.AquaEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttachMojoTest extends GoalFixture {

    private static AquaEmulator emulator;

    @BeforeAll
    static void startEmulator() {
        emulator = AquaEmulator.start();
    }

    @AfterAll
    static void stopEmulator() {
        emulator.close();
    }

    @Override
    String goal() {
        return "attach";
    }

    @BeforeEach
    void makeAModule() throws IOException {
        project()
                .setArtifact(new DefaultArtifact(
                        "com.example", "data", "1.0", null, "pom", null, new DefaultArtifactHandler("pom")));
        write("specs/accounts.yaml", ACCOUNT);
        write("specs/crm/contacts.yaml", ACCOUNT.replace("Account", "Contact").replace("Id, Name", "Id"));
        server("zuora", "id", "secret");
    }

    @Test
    @InjectMojo(goal = "attach")
    void attachesTheSnapshotsOfThisBuild(AttachMojo attach, @InjectMojo(goal = "run") RunMojo run) throws Exception {
        at(run).execute();

        named(attach).execute();

        Artifact attached = project().getAttachedArtifacts().get(0);
        assertThat(attached.getType()).isEqualTo("zip");
        assertThat(attached.getClassifier()).isEqualTo("aqua");
        assertThat(attached.getFile().toPath()).isEqualTo(zip());
        assertThat(names())
                .containsExactly(
                        "accounts/SHA256SUMS",
                        "accounts/account.csv",
                        "accounts/datapackage.json",
                        "crm/contacts/SHA256SUMS",
                        "crm/contacts/account.csv",
                        "crm/contacts/datapackage.json");
        assertThat(log.at("INFO"))
                .contains(
                        "accounts: attached, 240 records.",
                        "project.build.outputTimestamp is not set: files are dated 1980-01-01T00:00:02Z.")
                .last()
                .asString()
                .matches("Attached 2 snapshots as target/data-1\\.0-aqua\\.zip, [\\d,]+ bytes\\.");
    }

    @Test
    @InjectMojo(goal = "attach")
    @MojoParameter(name = "select", value = "crm/*")
    void attachesWhatIsSelected_ofABuildBefore(AttachMojo attach, @InjectMojo(goal = "run") RunMojo run)
            throws Exception {
        at(run).execute();
        set(attach, "outputTimestamp", "2026-11-23T00:00:00Z");

        inAnotherBuild(named(attach)).execute();

        assertThat(names()).allMatch(name -> name.startsWith("crm/contacts/")).hasSize(3);
        assertThat(log.text()).doesNotContain("outputTimestamp");
    }

    @Test
    @InjectMojo(goal = "attach")
    void attachesNothing_whenOneOfThemIsNotWhole_andNamesAll(AttachMojo attach, @InjectMojo(goal = "run") RunMojo run)
            throws Exception {
        at(run).execute();
        Files.writeString(module.resolve("target/aqua/accounts/account.csv"), "Account.Id,Account.Name\n");
        write("specs/crm/contacts.yaml", ACCOUNT.replace("Account", "Contact"));

        assertRefused(attach, "[AQ751]");

        assertThat(log.text()).contains("the snapshot of accounts is not whole", "error[AQ754]", "crm/contacts");
    }

    /** No credentials in a pull request: what a build before has left is not what this one was to release. */
    @Test
    @InjectMojo(goal = "attach")
    void attachesNothing_whenTheRunOfThisBuildWasSkipped(
            AttachMojo attach, @InjectMojo(goal = "run") RunMojo before, @InjectMojo(goal = "run") RunMojo skipped)
            throws Exception {
        at(before).execute();
        request().setServers(List.of());
        set(skipped, "whenNoCredentials", "skip");
        skipped.readVariablesFrom(name -> null);
        at(skipped).execute();

        assertRefused(attach, "[AQ752]");

        assertThat(log.text()).contains("has published nothing of accounts: there are no credentials");
        named(inAnotherBuild(attach)).execute();
    }

    @Test
    @InjectMojo(goal = "attach")
    void fails_whereNothingIsPublished(AttachMojo attach) throws Exception {
        assertRefused(attach, "[AQ753]");
    }

    @Test
    @InjectMojo(goal = "attach")
    @MojoParameter(name = "outputTimestamp", value = "yesterday")
    void fails_whereTheTimeIsNone(AttachMojo attach, @InjectMojo(goal = "run") RunMojo run) throws Exception {
        at(run).execute();

        assertRefused(attach, "[AQ510]");
    }

    @Test
    @InjectMojo(goal = "attach")
    void fails_whenTheManifestsCannotBeRead(AttachMojo attach) throws Exception {
        write("specs/accounts.yaml", "");

        assertThatThrownBy(named(attach)::execute).hasMessageContaining("specs/accounts.yaml:1:1");
    }

    @Test
    @InjectMojo(goal = "attach")
    @MojoParameter(name = "skipAttach", value = "true")
    void readsNothing_whenItIsSkipped(AttachMojo attach) throws Exception {
        write("specs/accounts.yaml", "");

        attach.execute();

        assertThat(log.text()).isEqualTo("[INFO] Skipped: aqua.attach.skip is set.");
    }

    private RunMojo at(RunMojo run) throws IllegalAccessException {
        set(run, "endpoint", emulator.url().toString());
        return inThisBuild(run);
    }

    private AttachMojo named(AttachMojo attach) throws IllegalAccessException {
        set(attach, "endpoint", emulator.url().toString());
        set(attach, "finalName", "data-1.0");
        return attach.getPluginContext() == null ? inThisBuild(attach) : attach;
    }

    private void assertRefused(AttachMojo attach, String code) {
        assertThatThrownBy(() -> named(attach).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(code);
        assertThat(zip()).doesNotExist();
        assertThat(project().getAttachedArtifacts()).isEmpty();
    }

    private Path zip() {
        return module.resolve("target/data-1.0-aqua.zip");
    }

    private List<String> names() throws IOException {
        try (ZipFile read = new ZipFile(zip().toFile())) {
            return read.stream().map(Object::toString).toList();
        }
    }
}
