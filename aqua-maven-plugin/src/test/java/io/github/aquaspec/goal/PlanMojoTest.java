package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanMojoTest extends GoalFixture {

    @Override
    String goal() {
        return "plan";
    }

    @Test
    @InjectMojo(goal = "plan")
    void showsWhereTheJobGoes_andWhatItLeaves(PlanMojo plan) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        set(plan, "environment", "eu-sandbox");
        set(plan, "entityId", "11e643f4a3ee8badb0610025904c57d6");
        set(plan, "trackId", "nightly");

        plan.execute();

        assertThat(log.at("INFO"))
                .contains(
                        "accounts: a stateless job of 1 query",
                        "  POST https://rest.sandbox.eu.zuora.com/v1/batch-query/",
                        "  Zuora-Entity-Ids: 11e643f4a3ee8badb0610025904c57d6",
                        "  Zuora-Track-Id: nightly",
                        "  Authorization: Bearer ••••",
                        "  output    target/aqua/accounts/account.csv",
                        "            target/aqua/accounts/datapackage.json",
                        "            target/aqua/accounts/SHA256SUMS");
    }

    @Test
    @InjectMojo(goal = "plan")
    void needsNeitherEnvironmentNorCredentials_andWritesNothing(PlanMojo plan) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        request().setOffline(true);

        plan.execute();

        assertThat(log.text()).contains("(no environment is set)", "select Id, Name from Account");
        assertThat(Files.exists(module.resolve("target"))).isFalse();
    }

    @Test
    @InjectMojo(goal = "plan")
    void plansNothing_whenAManifestHasErrors(PlanMojo plan) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        write("specs/bad.yaml", ACCOUNT.replace("queries:", "querys:"));

        assertThatThrownBy(plan::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("specs/bad.yaml:");
        assertThat(log.text()).doesNotContain("POST");
    }

    @Test
    @InjectMojo(goal = "plan")
    void fails_whenTheEnvironmentIsUnknown_withTheNearest(PlanMojo plan) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        set(plan, "environment", "us-sandbx");

        assertThatThrownBy(plan::execute)
                .hasMessageContaining("there is no environment \"us-sandbx\"")
                .hasMessageContaining("[AQ501]");
        assertThat(log.at("ERROR")).singleElement().asString().contains("us-sandbox`?");
    }

    @Test
    @InjectMojo(goal = "plan")
    @MojoParameter(name = "skipPlan", value = "true")
    void readsNothing_whenItIsSkipped(PlanMojo plan) throws Exception {
        write("specs/bad.yaml", "nonsense");

        plan.execute();

        assertThat(log.text()).isEqualTo("[INFO] Skipped: aqua.plan.skip is set.");
    }

    @ParameterizedTest
    @CsvSource({"Germany, is no id of an entity", "'1,2', names more than one entity"})
    @InjectMojo(goal = "plan")
    void warns_whenAnEntityIsNotNamedByItsId(String entity, String why, PlanMojo plan) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        set(plan, "environment", "us");
        set(plan, "entityId", entity);

        plan.execute();

        assertThat(log.at("WARNING")).singleElement().asString().contains("AQ532", why);
        assertThat(log.text()).contains("  Zuora-Entity-Ids: " + entity);
    }

    @Test
    @InjectMojo(goal = "plan")
    void warns_whenManyRequestsWouldBeSent(PlanMojo plan) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        set(plan, "environment", "us-sandbox");
        set(plan, "pollInterval", "PT1S");

        plan.execute();

        assertThat(log.at("WARNING")).singleElement().asString().contains("AQ528", "takes 10,000 a day");
        assertThat(log.text())
                .contains("  requests  about 63 for a job of 1 minute, 3,604 of 1 hour, 10,806 of 3 hours");
    }

    @Test
    @InjectMojo(goal = "plan")
    void showsTheRunKey_andWhatFollowsFromIt(PlanMojo plan) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        set(plan, "environment", "us");
        plan.readVariablesFrom(Map.of("GITHUB_RUN_ID", "4711", "GITHUB_JOB", "nightly")::get);

        plan.execute();

        assertThat(log.at("INFO"))
                .contains("Run key: 4711-nightly (GITHUB_RUN_ID, GITHUB_JOB)")
                .contains("  run       submits a job under run key 4711-nightly")
                .anyMatch(line -> line.matches("  Idempotency-Key: aq1-[0-9a-f]{64}"));
    }

    @Test
    @InjectMojo(goal = "plan")
    void fails_asTheRunWould_whenItIsRefused(PlanMojo plan) throws Exception {
        write(
                "specs/session.yaml",
                "version: 1.1\npartner: p\nproject: q\nqueries: [{name: A, query: select Id from Account}]");
        set(plan, "environment", "ap");
        write(".aqua/ap/session/window.json", """
                {"specVersion": 1}
                """);

        assertThatThrownBy(plan::execute).isInstanceOf(Exception.class);
        assertThat(log.at("INFO")).contains("  run       is refused, for the reason below");
        assertThat(log.at("ERROR")).singleElement().asString().contains("window.json");
    }
}
