package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules say of query texts, and where; the place is that between « and » in a block scalar of several lines. */
class QueryFindingsTest {

    private static final String PARAMS = """
            params:
              text: {type: text, default: "O'Hara"}
              date: {type: text, default: 2026-13-01}
              unset: {type: text}
              day: {type: date}
              number: {type: number}
            window: {initial: "2020-01-01T00:00:00Z"}
            output: {layout: dated}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "AQ405|select Id from Account where Currency = ${param.text} «orderd» by Id",
                "AQ405|select Id from Account where Currency = '${param.text}' and ${param.number} «=>» Balance",
                "AQ405|select «${param.text}» from Account",
                "AQ405|select «${param.unset}» from Account",
                "AQ405|select Id from Account limit «'${param.unset}'»",
                "AQ405|select Id from Account where Name = 'a ${param.text}' «Balance» = 1",
                "AQ406|select Id from Account where Name = ${param.text} and Name = «'a ${param.unset}»",
                "AQ407|select Id from Account«,» Contact where Name = ${param.text}",
                "AQ408|select Id from Account where UpdatedDate >= ${window.from} and Status «in» ('a')",
                "AQ408|select Id «/* $${all} */» from Account",
                "AQ409|select Id from Account where UpdatedDate >= «TIMESTAMP '${param.unset}'»",
                "AQ409|select Id from Account where UpdatedDate >= ${param.day} and CreatedDate < «2026-08-01»",
                "AQ410|select Id from Account where Name = ${param.text} and «YEAR(CreatedDate)» = ${param.number}",
                "AQ412|select Id from Account where Name = ${param.text} and UpdatedDate > «'today -1 day'»",
                "AQ416|select Id from Account where Name = '${param.text}' order by «Product».Id",
                "AQ417|select Id from Account where UpdatedDate >= «${param.date}»",
                "AQ417|select Id from Account where UpdatedDate >= «'${param.date}'»",
                "AQ418|select Id from Account where Name like «'%${param.unset}%'»",
                "AQ421|select Name as \"n\" from Account where Name = ${param.text} order by «n»",
                "AQ423|select Id, «Account.id» from Account where Name = ${param.text}",
                "AQ424|select Id from Account where Name = ${param.text} «limit ${param.number}»",
                "AQ425|select Id from Account where Name = ${param.text} and Balance «<>» ${param.number}",
            })
    void pointAtTheirPlace_thoughPlaceholdersStandBeforeIt(String code, String marked) {
        List<Diagnostic> findings = findings(marked.replace("«", "").replace("»", ""), "zoqlexport");

        assertThat(findings)
                .filteredOn(finding -> finding.code().id().equals(code))
                .singleElement()
                .extracting(finding -> finding.where().orElseThrow().span().text())
                .isEqualTo(marked.substring(marked.indexOf('«') + 1, marked.indexOf('»')));
        assertThat(findings.stream().filter(f -> f.code().id().startsWith("AQ4")))
                .hasSize(1);
    }

    @Test
    void pointAtTheLine_ofABlockScalar() {
        String manifest = PARAMS + """
                queries:
                  - name: Account
                    type: zoqlexport
                    apiVersion: "145.0"
                    query: |
                      select Id
                      from Account
                      where Name = ${param.text} and Status == 'a'
                """;

        assertThat(TextRenderer.render(JobSpecs.parse("a.yaml", manifest).diagnostics()))
                .contains("""
                        16 |       where Name = ${param.text} and Status == 'a'
                           |                                             ^^
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select Id from Account where Name = 'Now Foods' or Name = 'today-30 days' or Name = '2026-13-01'",
                "select Id from Account where Name = '20260801' and Balance > 1785542400",
                "select Id from Account where UpdatedDate > 'soon'",
                "select Id from Account where UpdatedDate >= '2026-01-01T${param.unset}Z'",
                "select Id from Account where UpdatedDate >= 'today - ${param.unset} days'",
                "select Id from Account where UpdatedDate >= ${param.unset}",
                "select Id from Account where Name like ${param.unset} or Name like '${param.unset}x'",
                "select Id from Account where Name = '%a%' and Name like '%'",
                "select Id as \"a\", Name as \"A\", Id as \"c\" from Account order by Id",
                "select Name as \"Status\", Status from Account order by Status",
                "select Name as \"n\" from Account order by Account.n",
                "select Amendment.Foo, Account.Bar from RatePlan",
                "select Foo.Id from Amendment",
                "select MONTH(CreatedDate) as \"m\", count(Id) from Account group by m",
                "select account.Status, max(Balance) from Account group by Status having max(Account.Balance) > 1",
                "select Foo, Bar__c, Account.Baz__NS from Account",
                "select *, Id from Account",
            })
    void areNone_whereNothingIsKnownAgainstIt(String query) {
        assertThat(findings(query, "zoqlexport"))
                .filteredOn(finding -> finding.severity() != Severity.NOTE)
                .extracting(finding -> finding.code().id())
                .noneMatch(id -> id.startsWith("AQ4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select Id from Account where Name = ${param.none}",
                "select Id, ${param.none} from Account",
                "select X${param.text} from Account",
                "select Id from Account -- ${param.text}",
                "select Id from Account where Name = ${param.text}${param.text}",
            })
    void areNone_whereAPlaceholderHasNoValueAtAll(String query) {
        assertThat(findings(query, "zoqlexport"))
                .extracting(finding -> finding.code().id())
                .isNotEmpty()
                .noneMatch(id -> id.startsWith("AQ4"));
    }

    @Test
    void nameAPlaceholder_neverItsValue() {
        Values values = new Values(
                Map.of("AQUA_STAGE", "s3cret"), Values.READABLE, Map.of(), Map.of(), Map.of(), Values.Unset.FAILS);
        String manifest = """
                queries:
                  - {name: a, query: "select ${env.AQUA_STAGE} from Account"}
                  - {name: b, query: "select Id from Account where X = DATE ${env.AQUA_STAGE}"}
                  - {name: c, query: "select Id as ${env.AQUA_STAGE}, Name as ${env.AQUA_STAGE} from Account"}
                """;

        assertThat(TextRenderer.render(
                        JobSpecs.parse("a.yaml", manifest, values).diagnostics()))
                .contains("AQ405", "AQ409", "AQ411")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select Id from ChargeMetrics",
                "select Id from Account where UpdatedDate > 2026-08-01T00:00:00Z",
                "select Id from Account where UpdatedDate > '2026-13-01'",
            })
    void areNoErrors_inZoql_whereOnlyExportZoqlIsKnown(String query) {
        assertThat(findings(query, "zoql")).noneMatch(Diagnostic::isError);
    }

    @Test
    void tellAllThatIsWrong_notOnlyTheFirst() {
        assertThat(findings(
                        "select upper(Name) from Account where a in (1) and b between 1 and 2 and c > DATE '2026-01-01'",
                        "zoqlexport"))
                .extracting(finding -> finding.code().id())
                .contains("AQ410", "AQ408", "AQ409");
    }

    @Test
    void canBeSuppressed_whereTheTenantDecides() {
        String manifest = """
                version: "1.0"
                useQueryLabels: true
                dateTimeUtc: true
                suppress: [{code: AQ415, reason: our own}, {code: AQ416, reason: our own}]
                queries:
                  - {name: a, type: zoqlexport, apiVersion: "145.0", query: select Id from default__car}
                  - {name: b, type: zoqlexport, apiVersion: "145.0", query: select Car.Id from Account}
                """;

        assertThat(JobSpecs.parse("a.yaml", manifest).diagnostics()).isEmpty();
        assertThat(JobSpecs.parse("a.yaml", manifest.replaceFirst("suppress.*\n", ""))
                        .diagnostics())
                .hasSize(2)
                .allMatch(finding -> finding.severity() == Severity.WARNING);
    }

    private static List<Diagnostic> findings(String query, String type) {
        String manifest = PARAMS + "queries:\n  - name: q\n    apiVersion: '145.0'\n    type: " + type
                + "\n    query: |\n      " + query + "\n";
        Set<String> others = Set.of("AQ117");
        return JobSpecs.parse("a.yaml", manifest).diagnostics().stream()
                .filter(finding -> !others.contains(finding.code().id()))
                .toList();
    }
}
