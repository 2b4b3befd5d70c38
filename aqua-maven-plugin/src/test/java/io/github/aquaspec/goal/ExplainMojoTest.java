package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.run.failure.AllCodes;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class ExplainMojoTest extends GoalFixture {

    @Override
    String goal() {
        return "explain";
    }

    @Test
    @InjectMojo(goal = "explain")
    @MojoParameter(name = "code", value = "AQ403")
    void showsThePageOfACode_forATerminal(ExplainMojo explain) throws Exception {
        explain.execute();

        assertThat(String.join("\n", log.at("INFO"))).isEqualTo("""
                AQ403: A range of time ends before it starts

                  A query asks for records from one time on and before another that is not later. Only times that
                  the manifest itself writes are compared, not those of placeholders.

                Why

                  No record can be in the range, so the file would always be empty.

                Example

                      version: "1.0"
                      queries:
                        - name: Account
                          type: zoqlexport
                          apiVersion: "145.0"
                          query: select Id from Account where UpdatedDate >= '2026-08-02T00:00:00Z' and UpdatedDate < '2026-08-01T00:00:00Z'

                Fixed

                      version: "1.0"
                      queries:
                        - name: Account
                          type: zoqlexport
                          apiVersion: "145.0"
                          query: select Id from Account where UpdatedDate >= '2026-08-01T00:00:00Z' and UpdatedDate < '2026-08-02T00:00:00Z'""");
    }

    @Test
    @InjectMojo(goal = "explain")
    @MojoParameter(name = "code", value = "aq201, AQ820")
    void showsSeveral_inAnyCase_withoutAPom(ExplainMojo explain) throws Exception {
        project().setFile(null);

        explain.execute();

        assertThat(log.at("INFO"))
                .containsSubsequence(
                        "AQ201: Two queries have one name", "Fixed", "AQ820: Another run holds the manifest");
    }

    @Test
    @InjectMojo(goal = "explain")
    void listsAllCodes_byTheirTitles(ExplainMojo explain) throws Exception {
        explain.execute();

        assertThat(log.at("INFO"))
                .hasSameSizeAs(AllCodes.all())
                .startsWith("AQ001  A file is not UTF-8")
                .contains("AQ201  Two queries have one name")
                .endsWith("AQ901  A mistake of ours");
    }

    @Test
    @InjectMojo(goal = "explain")
    @MojoParameter(name = "code", value = "AQ710,AQ201")
    void fails_onACodeThatIsNone_withItsNeighbours_andShowsTheOther(ExplainMojo explain) throws Exception {
        assertThatThrownBy(explain::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("no finding of this version has the code \"AQ710\"")
                .hasMessageContaining("[AQ510]");
        assertThat(log.at("INFO")).contains("AQ201: Two queries have one name");
        assertThat(log.at("ERROR")).singleElement().asString().contains("did you mean AQ709 or AQ711?");
    }

    @Test
    @InjectMojo(goal = "explain")
    @MojoParameter(name = "code", value = "AQ2O1")
    void fails_onATypo_withWhatWasMeant(ExplainMojo explain) throws Exception {
        assertThatThrownBy(explain::execute).isInstanceOf(MojoFailureException.class);
        assertThat(log.at("ERROR")).singleElement().asString().contains("did you mean AQ201?");
    }

    @Test
    @InjectMojo(goal = "explain")
    @MojoParameter(name = "code", value = "../AQ201")
    void looksNowhereElse(ExplainMojo explain) throws Exception {
        assertThatThrownBy(explain::execute).hasMessageContaining("has the code \"../AQ201\"");
    }

    @Test
    @InjectMojo(goal = "explain")
    @MojoParameter(name = "skipExplain", value = "true")
    void showsNothing_whenItIsSkipped(ExplainMojo explain) throws Exception {
        explain.execute();

        assertThat(log.text()).isEqualTo("[INFO] Skipped: aqua.explain.skip is set.");
    }
}
