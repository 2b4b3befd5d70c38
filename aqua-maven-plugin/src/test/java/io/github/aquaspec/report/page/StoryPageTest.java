package io.github.aquaspec.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page tells of one build, asked of the page as a parser of its own reads it. The whole of it is kept as
 * {@code story.html}; {@code -Dgoldens=write} draws anew.
 */
class StoryPageTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "report", "story.html");

    @TempDir
    private Path build;

    private Path reports;

    @BeforeEach
    void putReceipts() throws IOException {
        reports = Drawn.story(build);
    }

    private Drawn page() throws IOException {
        return Drawn.of(build);
    }

    @Test
    void isWhatWasLookedAt() throws IOException {
        String page = page().text();
        if ("write".equals(System.getProperty("goldens"))) {
            Files.writeString(GOLDEN, page);
        }

        assertThat(page).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void isTheSameBytes_whereverAndWheneverItIsDrawn(@TempDir Path other) throws IOException {
        String first = page().text();
        Drawn.story(other);

        assertThat(page().text()).isEqualTo(first).isEqualTo(Drawn.of(other).text());
    }

    @Test
    void saysAtTheTopWhatHappened_whenAndWhere() throws IOException {
        Drawn page = page();

        assertThat(page.texts("//header/h1")).containsExactly("Unfinished: still under way, or its build was killed");
        assertThat(page.texts("//header/p[@class='lede']"))
                .containsExactly("2 published, 2 failed, 1 skipped, 1 unfinished, 3,292 records."
                        + " Started 27 November 2026, 04:30:00 UTC.");
        assertThat(page.texts("//header/dl/div"))
                .containsExactly(
                        "Environmentus",
                        "Endpointhttps://rest.zuora.com",
                        "Plugin0.1.0",
                        "Maven3.9.9",
                        "Java17.0.15",
                        "SystemLinux amd64",
                        "Entity2c92c0f97a1b4ee8017a2b9b5a5c1f02",
                        "Track idnightly",
                        "Run key4711-nightly");
    }

    @Test
    void saysOfARunThatHasEnded_howItEnded() throws IOException {
        Path set = reports.resolve("run.json");
        String running = Files.readString(set);
        Files.writeString(
                set,
                running.replace(
                        "\"status\": \"running\"",
                        "\"ended\": \"2026-11-27T04:31:36Z\", \"status\": \"failed\", \"diagnostics\": []"));

        assertThat(page().texts("//header/h1")).containsExactly("2 of 6 manifests failed");
        assertThat(page().texts("//header/p[@class='lede']"))
                .singleElement()
                .asString()
                .endsWith("27 November 2026, 04:30:00 to 04:31:36 UTC, 1 min 35 s.");
    }

    @Test
    void keepsTheLedger() throws IOException {
        assertThat(page().rows("//section[1]/div[@class='ledger']"))
                .containsExactly(
                        "billing | published | 2,459 | 289,916 | full | –none | 2c92c0f96bd69165016bdcbdd6ce2f1a"
                                + " | target/aqua/billing",
                        "crm/nightly | published | 833 | 89,034 | incremental"
                                + " | 2026-11-26T02:30:00Z to 2026-11-27T02:30:00Z | 2c92c0f96bd69165016bdcbdd6ce30b4"
                                + " | target/aqua/crm/nightly/20261127T023000Z",
                        "finance/payments | failed | –none | –none | –none | –none | 2c92c0f96bd69165016bdcbdd6ce3199 | –none",
                        "sales/orders | failed | –none | –none | –none | –none | –none | –none",
                        "sandbox/products | skipped | –none | –none | –none | –none | –none | –none",
                        "usage/hourly | unfinished | –none | –none | –none"
                                + " | 2026-11-27T01:30:00Z to 2026-11-27T02:30:00Z | 2c92c0f96bd69165016bdcbdd6ce3307 | –none");
    }

    @Test
    void leadsFromTheLedgerToEachManifest() throws IOException {
        Drawn page = page();

        assertThat(page.all("//div[@class='ledger']//a/@href/..")).hasSize(7).allSatisfy(link -> {
            String place = link.getAttribute("href").substring(1);
            assertThat(page.texts("//article[@aria-labelledby='" + place + "']/h3[@id='" + place + "']/span[1]"))
                    .containsExactly(link.getTextContent());
        });
    }

    @Test
    void comparesEachQueryWithTheRunsBefore() throws IOException {
        Drawn page = page();

        assertThat(page.rows(Drawn.article("crm/nightly") + "/table[1]"))
                .satisfiesExactly(
                        account -> assertThat(account)
                                .startsWith("Account | 113 | +14.1 % | records of 27 runs, this one last: 101; 96; ")
                                .endsWith("; 99; 113 | 9,802 | +13.8 % | incremental | account.csv"),
                        invoice -> assertThat(invoice).startsWith("Invoice | 720 | +81.8 % | "));
        assertThat(page.all(Drawn.article("crm/nightly") + "/table[1]//tr[1]//rect[@class='then']"))
                .hasSize(26);
    }

    @Test
    void drawsAJobAndItsBatches_inTheStatesTheyWereIn() throws IOException {
        Drawn page = page();
        String payments = "//section[1]//svg[@class='timeline']/g[starts-with(title, 'Payment: verified; ')]";

        assertThat(page.texts(payments + "/title"))
                .contains("Payment: verified; queued 04:30:11.612 to 04:30:31.812, executing 04:30:31.812 to"
                        + " 04:30:52.312, downloading 04:31:12.912 to 04:31:16.412");
        assertThat(page.all("//section[1]//svg[@class='timeline']/g[starts-with(title, 'billing: ')]/rect"))
                .extracting(bar -> bar.getAttribute("class"))
                .containsExactly("queued", "executing", "downloading");
        assertThat(page.texts("//section[1]//svg[@class='timeline']/g[starts-with(title, 'usage/hourly')]/title"))
                .containsExactly("usage/hourly: unfinished; queued 04:30:02.812 to 04:30:13.212, executing 04:30:13.212"
                        + " to nobody knows when");
        assertThat(page.texts("//section[1]//svg[@class='timeline']//text[@class='tick']"))
                .containsExactly("04:30:20", "04:30:40", "04:31:00", "04:31:20");
    }

    @Test
    void tellsThePictureInATableToo() throws IOException {
        assertThat(page().rows(Drawn.article("finance/payments") + "/details[summary='What happened when']"))
                .startsWith(
                        "04:30:02.412 | submitted | job 2c92c0f96bd69165016bdcbdd6ce3199 · is submitted",
                        "04:30:12.512 | status | job 2c92c0f96bd69165016bdcbdd6ce3199 · is executing · batches: Payment"
                                + " executing, Account pending");
    }

    @Test
    void countsChecks_andListsThoseThatDidNotPass() throws IOException {
        Drawn page = page();

        assertThat(page.texts(Drawn.article("crm/nightly") + "/p[@class='counts']/span"))
                .containsExactly("1 check warned", "1 check accepted", "12 checks passed");
        assertThat(page.rows(Drawn.article("finance/payments") + "/table[caption='Checks that did not pass']"))
                .containsExactly(
                        "Payment | records | failed | at most 200 | 480 | AQ732",
                        "Payment | unique | failed | each value once in Payment.Status | 477 repeated | AQ735");
    }

    @Test
    void tellsFindings_withTheirPlaceAndFix_andWhatToTypeForMore() throws IOException {
        Drawn page = page();

        assertThat(page.texts(Drawn.article("sales/orders") + "/ul/li"))
                .containsExactly("error AQ601 Zuora does not take the job (90005) wherespecs/sales/orders.yaml:12:7"
                        + " whyZuora says: There is a syntax error in one of the queries in the AQuA input (There is no"
                        + " field named CrmKey) fixcorrect the name, put it in quotes where it is text, or take it out: the tenant or the API version does"
                        + " not have it");
        assertThat(page.texts(Drawn.article("crm/nightly") + "/p[@class='explain']/code"))
                .containsExactly("mvn aqua:explain -Daqua.code=AQ530,AQ732,AQ736");
    }

    @Test
    void showsTheQueryAsItWasSent_withItsLines() throws IOException {
        assertThat(page().all(Drawn.article("usage/hourly") + "//pre/code")
                        .get(0)
                        .getTextContent())
                .isEqualTo("""
                        select Id, Quantity, UpdatedDate from Usage
                        where UpdatedDate >= '2026-11-27T01:30:00Z'
                          and UpdatedDate < '2026-11-27T02:30:00Z'""");
    }

    @Test
    void leadsToFilesThatAreThere_andToNoOthers(@TempDir Path other) throws IOException {
        String links = Drawn.article("billing") + "/p[@class='links']/a";
        assertThat(page().texts(links)).containsExactly("run.json");
        Drawn.story(other);
        for (String file : new String[] {
            "target/aqua-reports/billing/TEST-aqua-billing.xml",
            "target/aqua-reports/trace.log",
            "target/aqua/billing/SHA256SUMS",
            "target/aqua/billing/invoice.csv"
        }) {
            Files.createDirectories(other.resolve(file).getParent());
            Files.createFile(other.resolve(file));
        }

        Drawn page = Drawn.of(other);

        assertThat(page.all(links))
                .extracting(link -> link.getAttribute("href"))
                .containsExactly(
                        "billing/run.json", "billing/TEST-aqua-billing.xml", "trace.log", "../aqua/billing/SHA256SUMS");
        assertThat(page.all(Drawn.article("billing") + "/table[1]//a"))
                .extracting(link -> link.getAttribute("href"))
                .containsExactly("../aqua/billing/invoice.csv");
    }

    @Test
    void tellsOfARunBefore_andOfAJobThatWasFetchedAlone() throws IOException {
        Drawn page = page();

        assertThat(page.texts("//section/h2"))
                .containsExactly("The last run", "Before, 26 November 2026, 15:02:11 UTC");
        assertThat(page.rows("//section[2]/div[@class='ledger']"))
                .containsExactly("jobs/2c92c0f96bd69165016bdcbdd6ce1001 | published | 10 | 1,110 | full"
                        + " | 2c92c0f96bd69165016bdcbdd6ce1001 | target/aqua/jobs/2c92c0f96bd69165016bdcbdd6ce1001");
    }

    @Test
    void tellsAManifestWithoutAReceipt_fromOneThatRan() throws IOException {
        Files.delete(reports.resolve("usage/hourly/run.json"));

        assertThat(page().rows("//section[1]/div[@class='ledger']"))
                .last()
                .asString()
                .startsWith("usage/hourly | not begun");
    }

    @Test
    void namesEachTableAndEachColumn_forThoseWhoHearIt() throws IOException {
        Drawn page = page();

        assertThat(page.all("/html[@lang='en']")).hasSize(1);
        assertThat(page.all("//table")).hasSizeGreaterThan(10);
        assertThat(page.all("//table[not(caption) or not(@role='table')]")).isEmpty();
        assertThat(page.all("//th[not(@scope)]")).isEmpty();
        assertThat(page.all("//td[not(@data-label)]")).isEmpty();
        assertThat(page.all("//svg[not(@aria-hidden='true') and not(@role='img') and not(ancestor::svg)]"))
                .isEmpty();
        assertThat(page.all("//svg[@role='img' and not(@aria-label)]")).isEmpty();
        assertThat(page.texts("//h1")).hasSize(1);
    }
}
