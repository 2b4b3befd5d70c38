package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.model.JobSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of placeholders, in values and in queries. */
class PlaceholdersTest {

    private static final Values VALUES = new Values(
            Map.of("AQUA_STAGE", "live", "AQUA_EMPTY", "", "HOME", "/root"),
            Values.READABLE,
            Map.of(
                    "text",
                    "O'Hara",
                    "number",
                    " 12.50 ",
                    "flag",
                    "TRUE",
                    "day",
                    "2026-01-31",
                    "moment",
                    "2026-01-31T10:00+02:00",
                    "offset",
                    "600"),
            Map.of("groupId", "g", "artifactId", "a", "version", "1"),
            Map.of("stage", "test", "own.prop", "p"),
            Values.Unset.FAILS);

    private static final String PARAMS = "params: {text: {type: text}, number: {type: number}, flag: {type: boolean},"
            + " day: {type: date}, moment: {type: dateTime}, offset: {type: number}, unset: {type: text},"
            + " price: {type: text, default: 'US$$'}}\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "${param.text}|'O''Hara'",
                "'${param.text}'|'O''Hara'",
                "\"${param.text}\"|'O''Hara'",
                "'a ${param.text}'|'a O''Hara'",
                "\"a ${param.text}\"|\"a O'Hara\"",
                "'${param.text}${param.text}'|'O''HaraO''Hara'",
                "'it''s ${param.text}'|'it''s O''Hara'",
                "'${param.text}''s'|'O''Hara''s'",
                "${param.number}|12.50",
                "'${param.number}'|12.50",
                "${param.flag}|true",
                "${param.day}|'2026-01-31'",
                "'${param.moment}'|'2026-01-31T10:00:00+02:00'",
                "${env.AQUA_STAGE}|'live'",
                "'$${param.text}'|'${param.text}'",
                "'$$$${param.text}'|'$${param.text}'",
                "'$$${param.text}'|'$O''Hara'",
                "'$5 and $x'|'$5 and $x'",
                "${project.groupId}|'g'",
                "${own.prop}|'p'",
                "${param.unset:-it's}|'it''s'",
                "${param.text:-x}|'O''Hara'",
                "${param.price}|'US$'",
                "${param.unset:-US$$}|'US$$'",
                "${env.AQUA_EMPTY:-none}|'none'",
                "${env.AQUA_EMPTY}|''",
                "${env.AQUA_EMPTY:?needed}|''",
            })
    void becomeLiteralsOfExportZoql(String written, String sent) {
        JobSpec job = job(PARAMS, "select Id from Account where X = " + written + " and Y = 1", "zoqlexport");

        assertThat(job.queries().get(0).query()).isEqualTo("select Id from Account where X = " + sent + " and Y = 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "${param.text}|'O\\'Hara'",
                "'a ${param.text}'|'a O\\'Hara'",
                "'a\\' ${param.text}'|'a\\' O\\'Hara'",
                "${param.moment}|'2026-01-31T10:00:00+02:00'",
                "${param.number}|12.50",
            })
    void becomeLiteralsOfZoql(String written, String sent) {
        JobSpec job = job(PARAMS, "select Id from Account where X = " + written + " and Y = 1", "zoql");

        assertThat(job.queries().get(0).query()).isEqualTo("select Id from Account where X = " + sent + " and Y = 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X${param.text}",
                "${param.text}X",
                "${param.text}${param.text}",
                "'a'${param.text}",
                "''${param.text}''",
                "'a ${param.number}'",
                "'${param.day} '",
                "- ${param.number}",
                "-${param.number}",
                "1.${param.number}",
                "'a\\${param.text}'",
                "1 -- ${param.text}",
                "1 /* it's */ and Y = ${param.text}",
            })
    void areRefused_whereNoLiteralCanStand(String written) {
        Loaded<JobSpec> loaded =
                load(PARAMS, "select Id from Account where X = " + written + " and Y = 1", "zoqlexport");

        assertThat(loaded.diagnostics())
                .filteredOn(Diagnostic::isError)
                .extracting(d -> d.code().id())
                .containsOnly("AQ115");
    }

    @Test
    void areTypedByTheKeyThatHoldsThem_elsewhere() {
        JobSpec job = job(
                PARAMS + "version: '1.1'\npartner: ${env.AQUA_STAGE}\nproject: p-${stage}\noffset: ${param.offset}\n",
                "select Id from Account",
                "zoqlexport");

        assertThat(job.isStateful()).isTrue();
        assertThat(job.session().partner()).contains("live");
        assertThat(job.session().project()).contains("p-test");
        assertThat(job.session().offset()).contains(600);
    }

    @Test
    void areJudgedByTheKeyThatHoldsThem_atTheirPlace() {
        Loaded<JobSpec> loaded = load(PARAMS + "offset: ${param.text}\n", "select Id from Account", "zoqlexport");

        assertThat(loaded.diagnostics())
                .filteredOn(d -> d.code().id().equals("AQ106"))
                .singleElement()
                .satisfies(
                        d -> assertThat(d.where().orElseThrow().span().text()).isEqualTo("${param.text}"));
    }

    @Test
    void areTextEverywhere_evenWhenTheyLookLikeNothing() {
        JobSpec job =
                job("params: {n: {type: text, default: 'null'}}\nname: ${param.n}\n", "select Id from Account", "zoql");

        assertThat(job.name()).contains("null");
    }

    @Test
    void areExpandedOnce() {
        Values values = ValuesTest.params("a", "${param.b} $$");
        JobSpec job = JobSpecs.parse("a.yaml", """
                        params: {a: {type: text}, b: {type: text, default: never}}
                        name: ${param.a}
                        description: ${param.b}
                        queries: [{query: "select Id from Account where X = ${param.a}"}]
                        """, values).value().orElseThrow();

        assertThat(job.name()).contains("${param.b} $$");
        assertThat(job.queries().get(0).query()).endsWith("X = '${param.b} $$'");
    }

    @Test
    void leaveTheirFindingsAtTheirPlace() {
        Loaded<JobSpec> loaded = load(
                PARAMS,
                "select Id, ${param.text} from Account where UpdatedDate > ${param.day} and A = '2026-01-01 00:00'",
                "zoqlexport");

        assertThat(loaded.diagnostics())
                .filteredOn(d -> d.code().id().equals("AQ401"))
                .singleElement()
                .satisfies(
                        d -> assertThat(d.where().orElseThrow().span().text()).isEqualTo("'2026-01-01 00:00'"));
    }

    @ParameterizedTest
    @CsvSource({"WARNS,WARNING", "FAILS,ERROR"})
    void tellOfAValueThatIsNotSet_asLoudAsTheGoalNeedsIt(Values.Unset unset, String severity) {
        Values nothing = new Values(Map.of(), Values.READABLE, Map.of(), Map.of(), Map.of(), unset);
        Loaded<JobSpec> loaded = JobSpecs.parse("a.yaml", """
                params: {a: {type: text}}
                queries: [{query: "select Id from Account where X = ${param.a}"}]
                """, nothing);

        assertThat(loaded.diagnostics())
                .filteredOn(d -> d.code().id().equals("AQ114"))
                .singleElement()
                .satisfies(d -> assertThat(d.severity()).hasToString(severity));
    }

    private static JobSpec job(String head, String query, String type) {
        Loaded<JobSpec> loaded = load(head, query, type);
        return loaded.value().orElseThrow(() -> new AssertionError(loaded.diagnostics()));
    }

    private static Loaded<JobSpec> load(String head, String query, String type) {
        String manifest = head + "queries:\n  - type: " + type + "\n    query: |\n      " + query + "\n";
        return JobSpecs.parse("a.yaml", manifest, VALUES);
    }
}
