package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** Where the placeholders of a manifest get their values from, seen in the request that is planned. */
class BuildValuesTest extends GoalFixture {

    private static final String CURRENCY = """
            params: {currency: {type: text}}
            queries:
              - name: Account
                query: select Id from Account where Currency = ${param.currency}
            """;

    @Override
    String goal() {
        return "plan";
    }

    @Test
    @InjectMojo(goal = "plan")
    void takesAParam_fromTheCommandLine_beforeThatOfThePom(PlanMojo plan) throws Exception {
        write("specs/a.yaml", CURRENCY);
        set(plan, "params", Map.of("currency", "EUR"));
        request().getUserProperties().setProperty("aqua.param.currency", "GBP");

        plan.execute();

        assertThat(log.text()).contains("Currency = 'GBP'").doesNotContain("EUR");
    }

    @Test
    @InjectMojo(goal = "plan")
    void takesAParam_fromThePom(PlanMojo plan) throws Exception {
        write("specs/a.yaml", CURRENCY.replace("{type: text}", "{type: text, default: USD}"));
        set(plan, "params", Map.of("currency", "EUR"));

        plan.execute();

        assertThat(log.text()).contains("Currency = 'EUR'").doesNotContain("USD");
    }

    @Test
    @InjectMojo(goal = "plan")
    void fails_whenAParamIsNotSet(PlanMojo plan) throws Exception {
        write("specs/a.yaml", CURRENCY);

        assertThatThrownBy(plan::execute)
                .hasMessageContaining("param.currency is not set")
                .hasMessageContaining("[AQ114]");
        assertThat(log.text()).doesNotContain("POST");
    }

    @Test
    @InjectMojo(goal = "validate")
    void warns_whenAParamIsNotSet_andNothingIsSent(ValidateMojo validate) throws Exception {
        write("specs/a.yaml", CURRENCY);

        validate.execute();

        assertThat(log.at("WARNING")).anySatisfy(text -> assertThat(text).contains("[AQ114]"));
    }

    @Test
    @InjectMojo(goal = "plan")
    void warns_whenNoManifestDeclaresAParam_withTheNearest(PlanMojo plan) throws Exception {
        write("specs/a.yaml", CURRENCY);
        request().getUserProperties().setProperty("aqua.param.currency", "GBP");
        request().getUserProperties().setProperty("aqua.param.curency", "USD");

        plan.execute();

        assertThat(log.at("WARNING"))
                .anySatisfy(text -> assertThat(text)
                        .contains("no manifest here declares the parameter \"curency\"", "-Daqua.param.currency?"));
    }

    @Test
    @InjectMojo(goal = "plan")
    void readsTheProject_andThePropertiesThatItDeclares(PlanMojo plan) throws Exception {
        write("specs/a.yaml", """
                name: ${project.groupId}:${project.artifactId}:${project.version}-${stage}-${other}
                queries: [{name: Account, query: select Id from Account}]
                """);
        declare("stage", "test");
        declare("other", "pom");
        request().getUserProperties().setProperty("stage", "live");

        plan.execute();

        assertThat(log.text()).contains("\"com.example:data:1.0-live-pom\"");
    }

    @Test
    @InjectMojo(goal = "plan")
    void fails_whenAPropertyComesFromTheSettingsAlone_andNeverShowsIt(PlanMojo plan) throws Exception {
        write("specs/a.yaml", "name: ${repo.token}\nqueries: [{name: Account, query: select Id from Account}]\n");
        project().getProperties().setProperty("repo.token", "s3cr3t");

        assertThatThrownBy(plan::execute).hasMessageContaining("[AQ113]");
        assertThat(log.text()).doesNotContain("s3cr3t");
    }

    @Test
    @InjectMojo(goal = "plan")
    void fails_whenAPropertyIsOnlyOnTheCommandLine(PlanMojo plan) throws Exception {
        write("specs/a.yaml", "name: ${stage}\nqueries: [{name: Account, query: select Id from Account}]\n");
        request().getUserProperties().setProperty("stage", "live");

        assertThatThrownBy(plan::execute).hasMessageContaining("[AQ113]");
    }

    @Test
    @InjectMojo(goal = "plan")
    void readsAVariable_whoseNameAllowsIt(PlanMojo plan) throws Exception {
        write("specs/a.yaml", "name: ${env.AQUA_STAGE}\nqueries: [{name: Account, query: select Id from Account}]\n");
        request().getSystemProperties().setProperty("env.AQUA_STAGE", "live");

        plan.execute();

        assertThat(log.text()).contains("\"name\": \"live\"");
    }

    @Test
    @InjectMojo(goal = "plan")
    void fails_whenAVariableIsNotMeantForManifests_andNeverShowsIt(PlanMojo plan) throws Exception {
        write("specs/a.yaml", "name: ${env.CI_TOKEN}\nqueries: [{name: Account, query: select Id from Account}]\n");
        request().getSystemProperties().setProperty("env.CI_TOKEN", "s3cr3t");

        assertThatThrownBy(plan::execute).hasMessageContaining("[AQ118]");
        assertThat(log.text()).doesNotContain("s3cr3t");
    }

    @Test
    @InjectMojo(goal = "plan")
    @MojoParameter(name = "env", value = "CI_*, AQUA_*")
    void readsAVariable_thatTheBuildAllows(PlanMojo plan) throws Exception {
        write("specs/a.yaml", "name: ${env.CI_JOB}\nqueries: [{name: Account, query: select Id from Account}]\n");
        request().getSystemProperties().setProperty("env.CI_JOB", "nightly");

        plan.execute();

        assertThat(log.text()).contains("\"name\": \"nightly\"");
    }

    @Test
    @InjectMojo(goal = "plan")
    void knowsNoProject_whereThereIsNoPom(PlanMojo plan) throws Exception {
        project().setFile(null);
        write("specs/a.yaml", """
                name: ${project.version:-none}
                queries: [{name: Account, query: select Id from Account}]
                """);

        plan.execute();

        assertThat(log.text()).contains("\"name\": \"none\"");
    }

    /** Declares a property as the POM would. */
    private void declare(String name, String value) {
        project().getOriginalModel().getProperties().setProperty(name, value);
        project().getProperties().setProperty(name, value);
    }
}
