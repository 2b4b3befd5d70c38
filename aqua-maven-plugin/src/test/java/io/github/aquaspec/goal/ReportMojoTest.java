package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.client.ScriptedServer.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class ReportMojoTest extends ServedGoalFixture {

    private static final String PAGE = "target/aqua-reports/index.html";
    private static final String RECEIPT =
            "{\"id\": \"accounts\", \"started\": \"2026-11-27T04:30:00Z\", \"status\": \"succeeded\"}";

    @Override
    String goal() {
        return "report";
    }

    @Test
    @InjectMojo(goal = "report")
    void drawsThePage_andSaysWhereItIs(ReportMojo report) throws Exception {
        write("target/aqua-reports/accounts/run.json", RECEIPT);

        report.execute();

        assertThat(log.at("INFO")).containsExactly("Wrote target/aqua-reports/index.html of 1 receipt.");
        assertThat(read(PAGE)).startsWith("<!DOCTYPE html>").contains("accounts: published");
    }

    @Test
    @InjectMojo(goal = "report")
    void saysThatThereIsNothingToReport_andLeavesNoPage(ReportMojo report) throws Exception {
        report.execute();

        assertThat(log.at("INFO"))
                .containsExactly(
                        "Nothing to report: there is no receipt in target/aqua-reports; aqua:run leaves them.");
        assertThat(module.resolve("target")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "report")
    void warnsOfAReceiptThatIsDamaged_andShowsTheRest(ReportMojo report) throws Exception {
        write("target/aqua-reports/accounts/run.json", RECEIPT);
        write("target/aqua-reports/billing/run.json", RECEIPT.substring(0, 40));

        report.execute();

        assertThat(log.at("WARNING"))
                .singleElement()
                .asString()
                .contains("warning[AQ807]: billing/run.json is damaged");
        assertThat(log.at("INFO")).contains("Explained by: mvn aqua:explain -Daqua.code=AQ807");
        assertThat(read(PAGE)).contains("accounts: published", "billing/run.json is damaged");
    }

    @Test
    @InjectMojo(goal = "report")
    void drawsReceiptsOfAFolderThatTheBuildNames(ReportMojo report) throws Exception {
        write("elsewhere/accounts/run.json", RECEIPT);
        set(report, "reportDirectory", module.resolve("elsewhere").toFile());

        report.execute();

        assertThat(module.resolve("elsewhere/index.html")).exists();
    }

    @Test
    @InjectMojo(goal = "report")
    void replacesALinkThatStandsInItsWay_andNeverFollowsIt(ReportMojo report) throws Exception {
        write("target/aqua-reports/accounts/run.json", RECEIPT);
        Path victim = write("victim", "mine");
        Files.createSymbolicLink(module.resolve(PAGE), victim);

        report.execute();

        assertThat(victim).hasContent("mine");
        assertThat(module.resolve(PAGE)).isRegularFile();
    }

    @Test
    @InjectMojo(goal = "report")
    void fails_whenThePageCannotBeWritten(ReportMojo report) throws Exception {
        write("target/aqua-reports/accounts/run.json", RECEIPT);
        Files.createDirectories(module.resolve(PAGE).resolve("full"));

        assertThatThrownBy(report::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("[AQ801]");
    }

    @Test
    @InjectMojo(goal = "report")
    @MojoParameter(name = "skipReport", value = "true")
    void canBeSkipped(ReportMojo report) throws Exception {
        write("target/aqua-reports/accounts/run.json", RECEIPT);

        report.execute();

        assertThat(log.at("INFO")).containsExactly("Skipped: aqua.report.skip is set.");
        assertThat(module.resolve(PAGE)).doesNotExist();
    }

    /** What the run itself says names them: it stays on the machine that has the data. */
    @Test
    @InjectMojo(goal = "fetch")
    void showsNoCellOfTheData_thatFindingsName(FetchMojo fetch, @InjectMojo(goal = "report") ReportMojo report)
            throws Exception {
        set(fetch, "select", "accounts");
        write(
                "specs/accounts.yaml",
                "format: csv\n" + ACCOUNT + "    expect: {unique: [Account.Name], notNull: [Account.Name]}\n");
        server.then(Answer.json(200, completed().replace("\"recordCount\":1", "\"recordCount\":4")))
                .then(Answer.of(
                        200,
                        "text/csv;charset=UTF-8",
                        "Account.Id,Account.Name\nkey1,Ada Lovelace\nkey2,Ada Lovelace\nkey3,\nkey4,x\n"));

        FetchMojo ready = atServer(fetch, JOB);
        assertThatThrownBy(ready::execute).isInstanceOf(MojoFailureException.class);
        inThisBuild(report).execute();

        assertThat(read("target/aqua-reports/accounts/run.json")).contains("Ada Lovelace in record 1", "Id key3");
        assertThat(read(PAGE)).contains("AQ734", "AQ735").doesNotContain("Lovelace", "key3");
    }
}
