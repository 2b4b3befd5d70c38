package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.aquaspec.client.ScriptedServer.Answer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** {@code aqua:fetch}: what it collects, what it refuses, and what it leaves. */
class FetchMojoTest extends ServedGoalFixture {

    @Override
    String goal() {
        return "fetch";
    }

    @Test
    @InjectMojo(goal = "fetch")
    void collects_aJob_intoTheSelectedManifest(FetchMojo fetch) throws Exception {
        write("specs/a.yaml", "format: csv\n" + ACCOUNT);
        write("specs/b.yaml", ACCOUNT);
        set(fetch, "select", "a");
        server.then(Answer.json(200, completed())).then(csv());

        atServer(fetch, JOB).execute();

        assertThat(read("target/aqua/a/account.csv")).isEqualTo("Account.Id,Account.Name\n1,2\n");
        assertThat(read("target/aqua-reports/a/run.json")).contains("\"succeeded\"", JOB);
        assertThat(log.text()).contains("a: published in target/aqua/a (job " + JOB + ")");
        assertThat(Files.exists(module.resolve("target/aqua/b"))).isFalse();
    }

    @Test
    @InjectMojo(goal = "fetch")
    void collects_aJob_intoAPlaceOfItsOwn_whenNoManifestIsSelected(FetchMojo fetch) throws Exception {
        write("specs/a.yaml", ACCOUNT);
        server.then(Answer.json(200, completed()))
                .then(Answer.json(200, completed()))
                .then(csv());

        atServer(fetch, JOB).execute();

        assertThat(read("target/aqua/jobs/" + JOB + "/Account.csv")).startsWith("Account.Id");
        assertThat(read("target/aqua/jobs/" + JOB + "/SHA256SUMS")).contains("Account.csv", "datapackage.json");
        assertThat(Files.exists(module.resolve("target/aqua/a"))).isFalse();
    }

    @Test
    @InjectMojo(goal = "fetch")
    void asksNobody_whenSeveralManifestsAreSelected_orNoJobIsNamed(
            FetchMojo several, @InjectMojo(goal = "fetch") FetchMojo none) throws Exception {
        write("specs/a.yaml", ACCOUNT);
        write("specs/b.yaml", ACCOUNT);
        set(several, "select", "*");
        FetchMojo first = atServer(several, JOB);
        FetchMojo second = atServer(none, null);

        assertThatThrownBy(first::execute)
                .hasMessageContaining("2 are selected")
                .hasMessageContaining("[AQ510]");
        assertThatThrownBy(second::execute).hasMessageContaining("does not say which job");
        assertThat(asked()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "fetch")
    void fails_andKeepsWhatWasThere_whenTheJobIsAnother(FetchMojo fetch) throws Exception {
        write("specs/a.yaml", ACCOUNT.replace("from Account", "from Contact").replace("name: Account", "name: Other"));
        write("target/aqua/a/kept.txt", "kept");
        set(fetch, "select", "a");
        server.then(Answer.json(200, completed()));
        FetchMojo ready = atServer(fetch, JOB);

        assertThatThrownBy(ready::execute).isInstanceOf(MojoFailureException.class);
        assertThat(read("target/aqua/a/kept.txt")).isEqualTo("kept");
        assertThat(read("target/aqua-reports/a/run.json")).contains("\"failed\"");
    }

    @Test
    @InjectMojo(goal = "fetch")
    void failsWithoutCredentials_alsoWhereTheManifestHasAWarning(FetchMojo fetch) throws Exception {
        write("specs/a.yaml", "format: csv\n" + ACCOUNT.replace("from Account", "from Account;"));
        set(fetch, "select", "a");
        set(fetch, "serverId", "nobody-has-this-server");
        FetchMojo ready = atServer(fetch, JOB);

        assertThatThrownBy(ready::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("[AQ504]");
        assertThat(log.at("WARNING")).isNotEmpty();
        assertThat(asked()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "fetch")
    void leavesAReceipt_whenItIsRefused(
            FetchMojo into, @InjectMojo(goal = "fetch") FetchMojo alone, @InjectMojo(goal = "fetch") FetchMojo several)
            throws Exception {
        write("specs/a.yaml", "format: csv\n" + ACCOUNT.replace("from Account", "from Account;"));
        write("specs/b.yaml", ACCOUNT);
        for (String place : List.of("", "/a", "/b", "/jobs/" + JOB)) {
            write("target/aqua-reports" + place + "/run.json", "{\"status\": \"succeeded\"}");
        }
        set(into, "select", "a");
        set(several, "select", "*");
        for (FetchMojo goal : List.of(into, alone, several)) {
            set(goal, "serverId", "nobody-has-this-server");
        }

        assertThatThrownBy(atServer(into, JOB)::execute).hasMessageContaining("[AQ504]");
        assertThat(receipt("/a").at("/status").asText()).isEqualTo("failed");
        assertThat(receipt("/a").at("/outcome/summary").asText()).startsWith("there are no credentials");
        assertThat(receipt("").at("/status").asText()).isEqualTo("failed");
        assertThat(receipt("").at("/manifests/0/id").asText()).isEqualTo("a");

        assertThatThrownBy(atServer(alone, JOB)::execute).hasMessageContaining("[AQ504]");
        assertThat(receipt("/jobs/" + JOB).at("/status").asText()).isEqualTo("failed");

        assertThatThrownBy(atServer(several, JOB)::execute).hasMessageContaining("2 are selected");
        assertThat(receipt("").at("/status").asText()).isEqualTo("failed");
        assertThat(receipt("").at("/diagnostics").findValuesAsText("code")).contains("AQ510");
        assertThat(receipt("/b").at("/status").asText()).isEqualTo("succeeded");
        assertThat(asked()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "fetch")
    void saysThatItIsRunning_whileItWaits(FetchMojo fetch) throws Exception {
        write("specs/a.yaml", "format: csv\n" + ACCOUNT);
        set(fetch, "select", "a");
        List<String> meanwhile = new ArrayList<>();
        fetch.waitWith(time -> {
            meanwhile.add(status("/a"));
            meanwhile.add(status(""));
        });
        server.then(Answer.json(200, completed().replace("completed", "executing")))
                .then(Answer.json(200, completed()))
                .then(csv());

        atServer(fetch, JOB).execute();

        assertThat(meanwhile).isNotEmpty().containsOnly("running");
        assertThat(status("")).isEqualTo("succeeded");
    }

    @Test
    @InjectMojo(goal = "fetch")
    void leavesAFailedReceipt_whenItsThreadIsInterrupted(FetchMojo fetch) throws Exception {
        write("specs/a.yaml", "format: csv\n" + ACCOUNT);
        set(fetch, "select", "a");
        Thread builds = Thread.currentThread();
        fetch.waitWith(time -> {
            builds.interrupt();
            new CountDownLatch(1).await();
        });
        server.then(Answer.json(200, completed().replace("completed", "executing")))
                .then(Answer.json(200, completed().replace("completed", "executing")));

        Throwable ended = catchThrowable(atServer(fetch, JOB)::execute);

        assertThat(Thread.interrupted()).as("the thread still knows").isTrue();
        assertThat(ended).hasMessageContaining("[AQ803]");
        assertThat(status("/a")).isEqualTo("failed");
        assertThat(receipt("/a").at("/jobId").asText()).isEqualTo(JOB);
        assertThat(status("")).isEqualTo("failed");
    }

    @Test
    @InjectMojo(goal = "fetch")
    void takesTheCredentialsOfTheEnvironment_alsoWhereTheManifestHasAWarning(FetchMojo fetch) throws Exception {
        write("specs/a.yaml", "format: csv\n" + ACCOUNT.replace("from Account", "from Account;"));
        set(fetch, "select", "a");
        set(fetch, "serverId", "nobody-has-this-server");
        fetch.readVariablesFrom(Map.of("ZUORA_USERNAME", "me", "ZUORA_PASSWORD", SECRET)::get);
        server.then(Answer.json(200, completed())).then(csv());

        atServer(fetch, JOB).execute();

        assertThat(read("target/aqua/a/account.csv")).isEqualTo("Account.Id,Account.Name\n1,2\n");
        assertThat(log.at("WARNING")).isNotEmpty();
    }

    @Test
    @InjectMojo(goal = "fetch")
    void needsNoKey_whereTheVariableIsEmpty(FetchMojo fetch, @InjectMojo(goal = "fetch") FetchMojo named)
            throws Exception {
        fetch.readVariablesFrom(Map.of("ZUORA_PGP_KEY_FILE", " ")::get);
        server.then(Answer.json(200, completed()))
                .then(Answer.json(200, completed()))
                .then(csv());

        atServer(fetch, JOB).execute();
        assertThat(read("target/aqua/jobs/" + JOB + "/Account.csv")).startsWith("Account.Id");

        named.readVariablesFrom(Map.of("ZUORA_PGP_KEY_FILE", "absent.asc")::get);
        FetchMojo ready = atServer(named, JOB);
        assertThatThrownBy(ready::execute).hasMessageContaining("[AQ522]");
    }
}
