package io.github.aquaspec.spec.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.Values;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import io.github.aquaspec.spec.model.Deleted;
import io.github.aquaspec.spec.model.Encryption;
import io.github.aquaspec.spec.model.Expect;
import io.github.aquaspec.spec.model.Format;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.Output;
import io.github.aquaspec.spec.model.Param;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.model.QueryType;
import io.github.aquaspec.spec.model.SourceData;
import io.github.aquaspec.spec.model.Suppression;
import io.github.aquaspec.spec.model.Version;
import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.text.ManifestReader;
import io.github.aquaspec.spec.text.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindingTest {

    private final List<Diagnostic> findings = new ArrayList<>();

    @Test
    void bindsEveryMemberOfAQuA() {
        JobSpec job = bind("""
                {"format": "zip", "version": "1.1", "name": "crm", "partner": "acme", "project": "crm-1",
                 "encrypted": "none", "offset": 300, "incrementalTime": "2015-01-21 10:30:01", "useQueryLabels": "true",
                 "dateTimeUtc": true, "nullReplacement": " - ", "notifyUrl": "https://example.com/${JOBID}/${STATUS}",
                 "useLastCompletedJobQueries": false, "sourceData": "LIVE", "warehouseSize": "xsmall",
                 "queries": [{"name": "Account", "query": "select Id from Account", "type": "zoql", "apiVersion": "88.0",
                   "convertToCurrencies": "EUR, GBP",
                   "deleted": {"column": "Gone", "format": "Numeric", "forceExport": "true"}}]}
                """);

        assertThat(findings).isEmpty();
        assertThat(job.results().format()).contains(Format.ZIP);
        assertThat(job.version()).contains(Version.V1_1);
        assertThat(job.name()).contains("crm");
        assertThat(job.session().partner()).contains("acme");
        assertThat(job.session().project()).contains("crm-1");
        assertThat(job.results().encrypted()).contains(Encryption.NONE);
        assertThat(job.session().offset()).contains(300);
        assertThat(job.session().incrementalTime()).contains(LocalDateTime.of(2015, 1, 21, 10, 30, 1));
        assertThat(job.results().useQueryLabels()).contains(true);
        assertThat(job.results().dateTimeUtc()).contains(true);
        assertThat(job.results().nullReplacement()).contains(" - ");
        assertThat(job.notifyUrl()).contains("https://example.com/${JOBID}/${STATUS}");
        assertThat(job.session().useLastCompletedJobQueries()).contains(false);
        assertThat(job.sourceData()).contains(SourceData.LIVE);
        assertThat(job.warehouseSize()).contains("xsmall");
        QuerySpec query = job.queries().get(0);
        assertThat(query.name()).contains("Account");
        assertThat(query.type()).contains(QueryType.ZOQL);
        assertThat(query.apiVersion().orElseThrow().text()).isEqualTo("88.0");
        assertThat(query.convertToCurrencies()).containsExactly("EUR", "GBP");
        assertThat(query.deleted()).contains(new Deleted("Gone", Optional.of(Deleted.Flag.NUMERIC), Optional.of(true)));
    }

    @Test
    void bindsEveryKeyOfOurs() {
        JobSpec job = bind("""
                specVersion: 1
                description: all keys
                timeout: PT30M
                window: {initial: "2020-01-01T00:00:00+01:00", lag: PT1H, overlap: PT5M}
                params:
                  currency: {type: text, default: USD}
                  since: {type: dateTime}
                output:
                  compression: gzip
                  segments: keep
                  layout: dated
                  pgp: {integrity: absentAllowed}
                suppress: [{code: AQ208, reason: wanted}]
                queries:
                  - query: select Id from Account
                    file: account
                    expect:
                      load: full
                      records: {min: 1, max: 5000000}
                      recordCount: ignore
                      columns: [Account.Id]
                      notNull: [Account.Id]
                      unique: [Account.Id]
                      warn: {records: {max: 10}}
                    suppress: [{code: AQ301, reason: fine}]
                """);

        assertThat(findings)
                .extracting(Diagnostic::code)
                .containsOnly(KeyCode.UNUSED)
                .hasSize(3);
        assertThat(job.description()).contains("all keys");
        assertThat(job.timeout()).isEqualTo(Duration.ofMinutes(30));
        assertThat(job.window().orElseThrow().initial()).isEqualTo(Instant.parse("2019-12-31T23:00:00Z"));
        assertThat(job.window().orElseThrow().lag()).isEqualTo(Duration.ofHours(1));
        assertThat(job.window().orElseThrow().overlap()).isEqualTo(Duration.ofMinutes(5));
        assertThat(job.params())
                .containsExactly(
                        new Param("currency", Param.Type.TEXT, Optional.of("USD")),
                        new Param("since", Param.Type.DATE_TIME, Optional.empty()));
        assertThat(job.output())
                .isEqualTo(new Output(
                        Output.Compression.GZIP,
                        Output.Segments.KEEP,
                        Output.Layout.DATED,
                        Output.PgpIntegrity.ABSENT_ALLOWED));
        assertThat(job.suppress()).containsExactly(new Suppression("AQ208", "wanted"));
        QuerySpec query = job.queries().get(0);
        assertThat(query.file()).contains("account");
        assertThat(query.expect())
                .isEqualTo(new Expect(
                        Optional.of(Expect.Load.FULL),
                        Optional.of(1L),
                        Optional.of(5_000_000L),
                        Optional.of(Expect.RecordCount.IGNORE),
                        Optional.of(List.of("Account.Id")),
                        List.of("Account.Id"),
                        List.of("Account.Id")));
        assertThat(query.warn().maxRecords()).contains(10L);
        assertThat(query.suppress()).containsExactly(new Suppression("AQ301", "fine"));
    }

    @Test
    void leavesEverythingAtItsDefault_whenTheManifestIsSilent() {
        JobSpec job = bind("queries: [{query: select Id from Account}]");

        assertThat(findings).isEmpty();
        assertThat(job.timeout()).isEqualTo(JobSpec.DEFAULT_TIMEOUT);
        assertThat(job.output()).isEqualTo(Output.DEFAULT);
        assertThat(job.queries().get(0).expect()).isEqualTo(Expect.NOTHING);
        assertThat(job.version()).isEmpty();
        assertThat(job.results().format()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.1,V1_1", "\"1.1\",V1_1", "'''1.0''',V1_0", "1,V1_0", "1.0,V1_0", "1.2,V1_2"})
    void readsAVersionAsItLooks(String written, Version version) {
        assertThat(bind("version: " + written).version()).contains(version);
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.10", "2", "v1.1", "1,1"})
    void refusesAnotherVersion(String written) {
        assertThat(bind("version: " + written).version()).isEmpty();
        assertThat(findings).extracting(Diagnostic::code).containsExactly(KeyCode.UNKNOWN_WORD);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "\"true\",true", "True,true", "FALSE,false", "'''false''',false"})
    void readsASwitchAsItLooks(String written, boolean value) {
        assertThat(bind("useQueryLabels: " + written).results().useQueryLabels())
                .contains(value);
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"145.0", "\"145.0\"", "145", "88.0"})
    void readsAnApiVersionAsItLooks(String written) {
        JobSpec job = bind("queries: [{query: select Id from Account, apiVersion: " + written + "}]");

        assertThat(job.queries().get(0).apiVersion().orElseThrow().text()).isEqualTo(written.replace("\"", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "null", "", "Null"})
    void takesNothingForNotSet(String written) {
        assertThat(bind("name: " + written).name()).isEmpty();
        assertThat(findings).isEmpty();
    }

    @Test
    void takesQuotedNullForText() {
        assertThat(bind("name: 'null'").name()).contains("null");
    }

    @ParameterizedTest
    @CsvSource({"null,null", "NULL,NULL", "'''~''',~", "'\"\"',''", "'\" \"',' '"})
    void keepsTheReplacementForNullAsItStands(String written, String value) {
        assertThat(bind("nullReplacement: " + written).results().nullReplacement())
                .contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nullReplacement: ~", "nullReplacement:", "{\"nullReplacement\": null}"})
    void hasNoReplacementForNull_whenNothingIsWritten(String text) {
        assertThat(bind(text).results().nullReplacement()).isEmpty();
    }

    @Test
    void stripsWhiteSpaceAroundValues_butNotInside() {
        assertThat(bind("queries: [{query: \"\\n select  Id\\n from Account \\n\"}]")
                        .queries()
                        .get(0)
                        .query())
                .isEqualTo("select  Id\n from Account");
    }

    @Test
    void ignoresSchemaAndPrivateKeys_onEveryLevel() {
        bind("{\"$schema\": \"s.json\", \"x-a\": [{}], \"queries\": [{\"query\": \"q\", \"x-b\": {\"c\": \"${d}\"}}]}");

        assertThat(findings).isEmpty();
    }

    @Test
    void readsTwoDollarsAsOne_andKeepsThePlacesBehindThem() {
        String text = "queries: [{query: \"a$$b${c}$$$${d}\"}]";

        JobSpec job = bind(text);

        assertThat(job.queries().get(0).query()).isEqualTo("a$b${c}$${d}");
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).where().orElseThrow().span().text()).isEqualTo("${c}");
    }

    @Test
    void leavesZuorasPlaceholdersAlone_inNotifyUrlOnly() {
        bind("notifyUrl: 'http://h/${JOBID}'\ndescription: ${JOBID}");

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).where().orElseThrow().span().from()).hasToString("2:14");
    }

    @Test
    void saysOfAValueWithAPlaceholderOnlyThatItIsNotFilledIn() {
        bind("offset: ${param.offset}");

        assertThat(findings).extracting(Diagnostic::code).containsExactly(KeyCode.UNKNOWN_PLACEHOLDER);
    }

    @Test
    void speaksOfTheFieldItWasGiven_whenAnEscapedDollarIsNoNumber() {
        bind("offset: $${x}");

        assertThat(findings).extracting(Diagnostic::code).containsExactly(KeyCode.NOT_A_NUMBER);
    }

    @Test
    void showsNoJob_whenQueriesCannotBeRead() {
        assertThat(bound("queries: many").job()).isEmpty();
        assertThat(bound("queries: [{}, 1]").job()).isEmpty();
    }

    private JobSpec bind(String text) {
        return bound(text).job().orElseThrow();
    }

    private Bound bound(String text) {
        List<Diagnostic> unreadable = new ArrayList<>();
        Optional<Node> root = ManifestReader.read(new SourceText("job.yaml", text), unreadable::add);
        assertThat(unreadable).isEmpty();
        return Binding.bind(root.orElseThrow(), Values.NONE, findings::add);
    }
}
