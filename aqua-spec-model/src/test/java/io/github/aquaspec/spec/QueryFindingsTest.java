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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "zoqlexport|UpdatedDate >= '2026-02-01T00:00:00Z' and Account.UpdatedDate < '2026-01-01T00:00:00Z'",
                "zoql|UpdatedDate >= 2026-02-01T00:00:00Z and UpdatedDate < 2026-01-01T00:00:00Z",
                "zoql|UpdatedDate >= 2026-02-01T00:00:00Z and UpdatedDate < '2026-01-01T00:00:00Z'",
            })
    void tellOfAnEmptyRange_howeverItsSidesAreWritten(String type, String condition) {
        assertThat(findings("select Id from Account where " + condition, type))
                .extracting(finding -> finding.code().id())
                .contains("AQ403");
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
                  - {name: d, query: "select Id from Account where X in ('a', ${env.AQUA_STAGE})"}
                """;

        assertThat(TextRenderer.render(
                        JobSpecs.parse("a.yaml", manifest, values).diagnostics()))
                .contains("AQ405", "AQ408", "AQ409", "AQ411")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "Status in ('Active', 'Draft')|write (Status = 'Active' or Status = 'Draft')",
                "Status in ('Active', ${param.text})|write (Field = 'a' or Field = 'b')",
                "Status not in ('Active', ${param.text})|write Field != 'a' and Field != 'b'",
                "Balance between ${param.number} and 2|write (Field >= 1 and Field <= 2)",
                "Balance not between ${param.number} and 2|write (Field < 1 or Field > 2)",
                "Balance * 2 > 10|write a field or a value, and reckon where the file is read",
                "lower(Name) = 'a'|write the field, and do the rest where the file is read",
                "Id = (select Id from Contact)|"
                        + "write another query for the inner select, and join where the files are read",
                "UpdatedDate >= '2026-08-02' and UpdatedDate <= '2026-08-01'|swap the two, or move the end",
                "UpdatedDate >= '2026-08-01' and UpdatedDate < '2026-08-01'|"
                        + "move one of the two; >= and <= together hold a day that both name",
                "Status = ‘Active’|write ' at both ends of the text",
                "UpdatedDate > getdate()|write 'now', or a time such as 'today - 30 days'",
                "UpdatedDate > CURRENT_DATE|write 'now', or a time such as 'today - 30 days', quotes included",
                "UpdatedDate > now - 1 day|write 'now - 12 hours' or 'today - 30 days', quotes included",
                "UpdatedDate <= '2026-08-31T23:59:59.999Z'|"
                        + "write < '2026-09-01T00:00:00Z' for an end, or '2026-08-31T23:59:59Z' for a start",
            })
    void sayWhatToType(String condition, String fix) {
        assertThat(findings("select Id from Account where " + condition, "zoqlexport"))
                .filteredOn(Diagnostic::isError)
                .first()
                .extracting(finding -> finding.fix().orElseThrow())
                .isEqualTo(fix);
    }

    @Test
    void offerTheContact_thatAnotherApiCallsOtherwise() {
        assertThat(findings("select soldto.Id from Usage", "zoqlexport"))
                .filteredOn(finding -> finding.code().id().equals("AQ416"))
                .extracting(finding -> finding.fix().orElseThrow())
                .containsExactly("write SoldToContact; listed are Account, Amendment, BillToContact,"
                        + " DefaultPaymentMethod, Entity, ParentAccount, Product, ProductRatePlan, ProductRatePlanCharge,"
                        + " RatePlan, RatePlanCharge, SoldToContact, Subscription");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eur,usd|write EUR,USD",
                "EUR;USD|write the codes with one comma between two, such as \"EUR,GBP\"",
            })
    void sayWhatToType_ofCurrencies(String codes, String fix) {
        String manifest = "queries: [{query: select Id from Invoice, convertToCurrencies: '" + codes + "'}]";

        assertThat(JobSpecs.parse("a.yaml", manifest).diagnostics())
                .filteredOn(finding -> finding.code().id().equals("AQ309"))
                .extracting(finding -> finding.fix().orElseThrow())
                .containsExactly(fix);
    }

    @Test
    void sayWhatToType_ofATime_withoutAPlaceholdersValue() {
        String manifest = """
                params: {past: {type: text, default: 2026-08-01}}
                queries:
                  - {name: a, query: "select Id from Account where UpdatedDate < '${param.past} 00:00:00'"}
                  - {name: b, query: "select Id from Account where UpdatedDate < '${param.past}T00:00:00.999Z'"}
                  - {name: c, query: "select Id from Account where UpdatedDate < '${param.past}T00:00:00'"}
                """;

        assertThat(JobSpecs.parse("a.yaml", manifest).diagnostics())
                .filteredOn(finding -> finding.code().id().startsWith("AQ40"))
                .extracting(finding -> finding.fix().orElseThrow())
                .containsExactly(
                        "write T in place of the blank",
                        "leave the fraction out",
                        "write an offset behind it, such as Z for UTC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "Status in ('Active', ${param.text})|write type: zoqlexport and (Field = 'a' or Field = 'b'); ZOQL has no parentheses",
                "UpdatedDate > now()|write the time itself",
            })
    void sayWhatToType_inZoql(String condition, String fix) {
        assertThat(findings("select Id from Account where " + condition, "zoql"))
                .filteredOn(Diagnostic::isError)
                .extracting(finding -> finding.fix().orElseThrow())
                .contains(fix);
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
