package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.http.RecordedRequest;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class PlanMojoTest extends GoalFixture {

    /** All that could come out otherwise: escapes, folded lines, other alphabets, a body that is not pure ASCII. */
    private static final String DIFFICULT = """
            name: "Zoë \\u2028 \\"quoted\\" \\U0001F600"
            version: "1.1"
            partner: gooddata
            project: p/1
            incrementalTime: 2015-01-21 10:30:01
            useQueryLabels: "true"
            nullReplacement: \\N
            queries:
              - name: Account
                apiVersion: 145
                query: |
                  select Id, Name
                  from Account
                  where Name != 'Müller "& Söhne"'
                deleted: {column: Gone, format: Numeric}
              - name: Invoice
                type: zoql
                query: >-
                  select Id,
                  InvoiceNumber from Invoice
            """;

    @Override
    String goal() {
        return "plan";
    }

    @Test
    @InjectMojo(goal = "plan")
    void printsTheVeryBytesThatRunSends(PlanMojo plan, @InjectMojo(goal = "run") RunMojo run) throws Exception {
        write("specs/difficult.yaml", DIFFICULT);
        try (AquaEmulator emulator = AquaEmulator.start()) {
            server("zuora", "id", "secret");
            set(plan, "endpoint", emulator.url().toString());
            set(run, "endpoint", emulator.url().toString());

            plan.execute();
            String planned = printedBody(log.at("INFO"));
            inThisBuild(run).execute();

            assertThat(emulator.requests())
                    .filteredOn(r -> r.path().equals("/v1/batch-query/"))
                    .singleElement()
                    .extracting(RecordedRequest::body)
                    .isEqualTo(planned);
        }
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
                        "  Authorization: ••••",
                        "    target/aqua/accounts/account.csv",
                        "    target/aqua/accounts/datapackage.json",
                        "    target/aqua/accounts/SHA256SUMS");
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

    /** The body as a reader of the log would copy it: the lines between the headers and the rest, less the indent. */
    private static String printedBody(List<String> lines) {
        int from = lines.indexOf("  Content-Type: application/json") + 1;
        StringBuilder body = new StringBuilder();
        for (int i = from; !lines.get(i).startsWith("  waits at most"); i++) {
            body.append(lines.get(i).substring(2)).append('\n');
        }
        return body.toString();
    }
}
