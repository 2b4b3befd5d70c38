package io.github.aquaspec.run.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.Plans;
import io.github.aquaspec.run.Results;
import io.github.aquaspec.run.event.QueryCheck;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.verify.Observation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check with its twin. */
class ContentCheckTest {

    private static final String QUERY = "select Id, Name from Account";
    private static final List<String> HEADER = List.of("Account.Id", "Account.Name");

    @Test
    void finds_nothing_inWhatIsAsAnnounced() {
        assertThat(codes("", 2, HEADER, 2L, true)).isEmpty();
    }

    @Test
    void tells_eachCheckThatItMakes_whateverComesOfIt() {
        String asked = "expect: {load: full, records: {min: 1}, columns: [Account.Id], notNull: [Account.Id],"
                + " warn: {records: {max: 1}}}";
        List<QueryCheck> checks = verdict(asked, result(2, HEADER, 3L, true)).checks();

        assertThat(checks)
                .extracting(check -> check.kind().word() + " " + check.result() + " "
                        + check.expected().orElse("") + " | " + check.found().orElse("") + " "
                        + check.code().orElse(""))
                .containsExactly(
                        "recordCount FAILED 3 | 2 AQ705",
                        "load PASSED a full load | a full load ",
                        "records PASSED at least 1 | 2 ",
                        "columns FAILED Account.Id | with Account.Name AQ733",
                        "notNull PASSED none in Account.Id | none ",
                        "records WARNED at most 1 | 2 AQ732",
                        "header PASSED the columns that the query selects | the same ",
                        "echo PASSED the text of the query | the same ",
                        "apiVersion PASSED 145.0 | 145.0 ");
        assertThat(checks).allSatisfy(check -> {
            assertThat(check.query()).contains(0);
            assertThat(check.name()).isEqualTo("A");
        });
        assertThat(verdict("expect: {recordCount: ignore}", result(2, HEADER, 3L, true))
                        .checks())
                .extracting(QueryCheck::kind)
                .as("what nobody asks for is not checked")
                .doesNotContain(QueryCheck.Kind.RECORD_COUNT);
    }

    @Test
    void tells_whatTheManifestAccepts_asAccepted() {
        String silenced = "suppress: [{code: AQ724, reason: known}]";
        QueryResult other = result(2, List.of("Account.Id", "Account.Balance"), 2L, true);

        assertThat(verdict(silenced, other).checks())
                .filteredOn(check -> check.kind() == QueryCheck.Kind.HEADER)
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.result()).isEqualTo(QueryCheck.Result.ACCEPTED);
                    assertThat(check.code()).contains("AQ724");
                });
    }

    @Test
    void fails_whenTheAnnouncedCountIsAnother_orMissing_unlessTheManifestIgnoresIt() {
        assertThat(codes("", 2, HEADER, 3L, true)).containsExactly("AQ705");
        assertThat(codes("", 2, HEADER, null, true)).containsExactly("AQ705");
        assertThat(codes("expect: {recordCount: ignore}", 2, HEADER, 3L, true)).isEmpty();
        assertThat(codes("expect: {recordCount: ignore}", 2, HEADER, null, true))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"full, true, true", "full, false, false", "any, true, true", "any, false, true"})
    void fails_whenTheLoadIsNotTheExpectedOne(String expected, boolean full, boolean good) {
        assertThat(codes("expect: {load: " + expected + "}", 2, HEADER, 2L, full))
                .containsExactlyElementsOf(good ? List.of() : List.of("AQ731"));
    }

    @Test
    void fails_whenAnIncrementIsExpected_andEverythingComes() {
        String stateful = "version: \"1.1\"\npartner: p\nproject: q\n";
        JobPlan plan = Plans.plan("a", stateful + queries("expect: {load: incremental}"), Path.of("out"));

        assertThat(codes(ContentCheck.of(plan, result(2, HEADER, 2L, true)))).containsExactly("AQ731");
        assertThat(codes(ContentCheck.of(plan, result(2, HEADER, 2L, false)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 3, true", "2, 2, true", "3, 9, false", "0, 1, false"})
    void fails_whenThereAreTooFewOrTooManyRecords(long min, long max, boolean good) {
        assertThat(codes("expect: {records: {min: " + min + ", max: " + max + "}}", 2, HEADER, 2L, true))
                .containsExactlyElementsOf(good ? List.of() : List.of("AQ732"));
    }

    @Test
    void fails_whenTheColumnsAreOthers_butNotWhenTheirOrderIs() {
        assertThat(codes("expect: {columns: [Account.Name, Account.Id]}", 2, HEADER, 2L, true))
                .isEmpty();

        Verdict verdict = verdict("expect: {columns: [Account.Id, Account.Balance]}", result(2, HEADER, 2L, true));

        assertThat(codes(verdict)).containsExactly("AQ733");
        assertThat(verdict.found().get(0).message())
                .isEqualTo("query \"A\" brought other columns: without Account.Balance and with Account.Name");
        assertThat(verdict.found().get(0).fix().orElseThrow()).endsWith("`columns: [Account.Id, Account.Name]`");
        assertThat(verdict.found().get(0).where().orElseThrow().span()).hasToString("specs/a.yaml:7:23");
    }

    @Test
    void warns_whenTheHeaderIsNotWhatIsSelected() {
        Verdict verdict = verdict("", result(2, List.of("Account.Id", "Account.Balance"), 2L, true));

        assertThat(codes(verdict)).containsExactly("AQ724");
        assertThat(verdict.found().get(0).isError()).isFalse();
        assertThat(verdict.found().get(0).message())
                .isEqualTo("the result of query \"A\" has another header than the query selects:"
                        + " without Account.Name and with Account.Balance");
    }

    @Test
    void warns_whenZuoraRanAnotherText_orAnotherVersion() {
        QueryResult other =
                Results.result(0, "A.csv", Results.batch("A", "select Id from Account", 2L, true, "144.0"), 2, HEADER);

        assertThat(codes(verdict("", other))).containsExactly("AQ725", "AQ726");
    }

    @ParameterizedTest
    @CsvSource({"145.0, true", "145, true", "144.0, false", "newest, false"})
    void compares_versionsAsNumbers(String echoed, boolean same) {
        QueryResult result = Results.result(0, "A.csv", Results.batch("A", QUERY, 2L, true, echoed), 2, HEADER);

        assertThat(codes(verdict("", result))).containsExactlyElementsOf(same ? List.of() : List.of("AQ726"));
    }

    @Test
    void warns_ofEachOddity_byItsOwnCode() {
        QueryResult odd = Results.result(
                0,
                "A.csv",
                Results.batch("A", QUERY, 2L, true, "145.0"),
                2,
                HEADER,
                new Observation.NulBytes(1, 10),
                new Observation.InvalidUtf8(2, 20),
                new Observation.ByteOrderMark());

        assertThat(codes(verdict("", odd))).containsExactly("AQ721", "AQ722", "AQ723");
    }

    @Test
    void accepts_whatTheManifestSilences_withItsReason_butNeverAnError() {
        QueryResult odd = Results.result(
                0, "A.csv", Results.batch("A", QUERY, 3L, true, "145.0"), 2, HEADER, new Observation.NulBytes(1, 10));

        Verdict verdict = verdict("suppress: [{code: AQ721, reason: old data}]", odd);

        assertThat(codes(verdict)).containsExactly("AQ705");
        assertThat(verdict.accepted()).hasSize(1);
        assertThat(verdict.accepted().get(0).reason()).isEqualTo("old data");
        assertThat(verdict.accepted().get(0).diagnostic().code()).isEqualTo(TransferCode.NUL_BYTES);
    }

    @Test
    void says_thatAnotherRunMayHelp_onlyForCounts() {
        assertThat(verdict("", result(2, HEADER, 3L, true)).retry()).isEqualTo(Retry.NOW);
        assertThat(verdict("expect: {records: {min: 5}}", result(2, HEADER, 3L, true))
                        .retry())
                .isEqualTo(Retry.NEVER);
        assertThat(verdict("expect: {warn: {records: {min: 5}}}", result(2, HEADER, 2L, true))
                        .retry())
                .as("a warning that stops the build stands in the next one, too")
                .isEqualTo(Retry.NEVER);
    }

    private static List<String> codes(String key, long records, List<String> header, Long announced, Boolean full) {
        return codes(verdict(key, result(records, header, announced, full)));
    }

    private static Verdict verdict(String key, QueryResult result) {
        return ContentCheck.of(Plans.plan("a", "version: \"1.0\"\n" + queries(key), Path.of("out")), result);
    }

    private static QueryResult result(long records, List<String> header, Long announced, Boolean full) {
        return Results.result(0, "A.csv", Results.batch("A", QUERY, announced, full, "145.0"), records, header);
    }

    private static String queries(String key) {
        return """
                useQueryLabels: true
                queries:
                  - name: A
                    apiVersion: "145.0"
                    query: %s
                    %s
                """.formatted(QUERY, key);
    }

    private static List<String> codes(Verdict verdict) {
        assertThat(verdict.found())
                .allMatch(d -> d.fix().isPresent() && d.where().isPresent());
        return verdict.found().stream().map(d -> d.code().id()).toList();
    }
}
