package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

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
        set(plan, "entityId", "e1");
        set(plan, "trackId", "nightly");

        plan.execute();

        assertThat(log.at("INFO"))
                .contains(
                        "accounts: a stateless job of 1 query",
                        "  POST https://rest.sandbox.eu.zuora.com/v1/batch-query/",
                        "  Zuora-Entity-Ids: e1",
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
}
