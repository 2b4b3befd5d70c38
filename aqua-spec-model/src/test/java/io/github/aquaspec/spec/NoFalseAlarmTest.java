package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that are near to a finding and right; the manifests in {@code specs/invalid} are those that are not. */
class NoFalseAlarmTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                // an end of the window
                "AQ426|select Id from Account where not (UpdatedDate < ${window.from} or UpdatedDate >= ${window.to})",
                "AQ426|select Id from Account where ${window.from} <= UpdatedDate and ${window.to} > Account.UPDATEDDATE",
                "AQ426|select Id from Account where ((UpdatedDate >= \"${window.from}\") and (UpdatedDate < '${window.to}'))",
                "AQ426|select Id from Account where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to} and CreatedDate < ${window.from}",
                "AQ426|select Id from RatePlanCharge where EffectiveStartDate <= ${window.from} and EffectiveEndDate >= ${window.to}",
                "AQ427|select Id from RatePlanCharge where EffectiveStartDate < ${window.to} and EffectiveEndDate >= ${window.from}",
                "AQ427|select Id from Account where UpdatedDate >= '2026-01-01T00:00:00${window.from}'",
                "AQ427|select Id, from Account where UpdatedDate >= ${window.from}",
                "AQ427|select Id from Account",
                "AQ322|select Id, from Account where UpdatedDate >= ${window.from}",
                // what hides changes
                "AQ431|select Id from Account where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to} and Id > 'a' and account.CREATEDDATE > '2020-01-01'",
                "AQ431|select Id from Account where Status = 'Active'",
                // joins
                "AQ429|select Account.Id, Account.Name, account.*, BillToContact.id from ACCOUNT",
                "AQ430|select Id from Account where account.Status = 'Active'",
                // null
                "AQ432|select Id from Account where Batch != 'a' and account.BATCH is not null",
                "AQ432|select Id from Account where (Batch = null or Batch != 'a') and Batch != 'b'",
                "AQ432|select Id from Account where Batch != '' and Id != 'a' and UpdatedDate != '2026-01-01' and Balance != 0",
                "AQ432|select Id from Account where not Batch != 'a'",
                "AQ432|select Id from Account where 'a' != Batch and null = Batch",
                // no dates, though their names end so
                "AQ417|select Id from Account where Candidate__c = '1.2.3' and Mandate__c = '2020/1'",
                // stars
                "AQ433|select *, Account.Id from Invoice",
                "AQ433|select *, Account.* from Invoice",
                "AQ433|select * from Entity__car",
                "AQ433|select * from Amendment",
                // days
                "AQ434|select Id from Account where Name = '2026-08-01Z' and UpdatedDate > '2026-08-01'",
                // distinct
                "AQ435|select count(distinct Name), count( DISTINCT Id ) from Account",
                // fields
                "AQ436|select Foo, Nmae__c, AccountNumbr__NS, Name2__QT from Account",
                "AQ436|select Id, Nme, BillToContact.Zip from Account",
                "AQ436|select NAME, accountnumber, Account.crmid, BillToContact.WORKEMAIL from account",
                "AQ436|select Id as \"Nmae\" from Account order by Nmae",
                "AQ436|select TaxMode, TaxCode, ChargeType, ChargeName from InvoiceItem",
                "AQ436|select AppliedAmount, UnappliedAmount from Payment",
                "AQ436|select Nmae from Entity__car",
                "AQ436|select Car.Nmae from Account",
                "AQ437|select Id from Contact where AccountId = 'a'",
                "AQ437|select InvoiceTemplateId, CommunicationProfileId, CreatedById, CrmId from Account",
                "AQ437|select ReferenceId, GatewayOrderId from Payment",
                "AQ443|select Id from Account where not (UpdatedDate < ${window.from} or UpdatedDate >= ${window.to})",
                "AQ443|select Id from Account where (Name = 'a' or Name = 'b') and UpdatedDate < ${window.to}",
                "AQ444|select Id from Account where Balance > totalinvoicebalance and CreatedDate = Account.UpdatedDate",
                "AQ444|select Id from Account where Name = Nickname__c or Name = Nickname__NS or Name != AccountNumer",
                "AQ444|select Id, Name as Posted from Account where Name = Posted",
                "AQ444|select Id from Account where CreatedDate > now and ParentId = null and AutoPay = TRUE",
                "AQ444|select Id from Account where Name = BillToContact.Posted and Currency = 'EUR'",
                "AQ444|select Id from Entity__car where Status = Posted",
                // tables
                "AQ323|select Id, a__c, A__C, Account.a__c, b__c from Account",
            })
    void inExportZoql(String code, String query) {
        assertThat(findings(query, "zoqlexport", "145.0")).noneMatch(finding -> has(finding, code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "AQ432|145.0|select Id from Account where Batch != 'a'",
                "AQ436|145.0|select Id, AccountId, SubscriptionId from Invoice",
                "AQ437|145.0|select Id, AccountId from Invoice",
                "AQ439|68.0|select Id from Invoice where InvoiceDate >= '2026-01-01T00:00:00Z'",
                "AQ439|v68|select Id from Invoice where InvoiceDate >= '2026-01-01T00:00:00Z'",
                "AQ439|69.0|select Id from Invoice where invoicedate >= 2026-01-01 and updateddate > 2026-01-01T00:00:00Z",
                "AQ439|145.0|select Id from Account where Some__c > 2026-01-01 and SomeDate__c > 2026-01-01T00:00:00Z",
                "AQ439|145.0|select Id from Account where LastInvoiceDate = null and CreatedDate != null",
                "AQ440|145.0|select Id from Account where LastInvoiceDate = null or Mandate__c = null or LastUpdate__c != null",
                "AQ440|145.0|select Id from Account where ChurnDate__c > 2026-01-01",
                "AQ441|145.0|select ID, Name from ACCOUNT where Name = 'AND' and NAME != 'NULL'",
                "AQ441|145.0|SELECT Id, from Account",
                "AQ442|145.0|select Id from RatePlan where AmendmentType = null or AmendmentType != null",
                "AQ442|145.0|select Id from RatePlan where amendmenttype != 'RemoveProduct'",
                "AQ442|145.0|select Id from RatePlanCharge",
                "AQ443|145.0|select Id from Account where UpdatedDate >= ${window.from} or CreatedDate >= ${window.from}",
            })
    void inZoql(String code, String apiVersion, String query) {
        assertThat(findings(query, "zoql", apiVersion)).noneMatch(finding -> has(finding, code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "AQ428|select Id from Account where CreatedDate > '2026-01-01'",
                "AQ428|select Id from Invoice where Account.UpdatedDate > '2026-01-01'",
                "AQ431|select Id from Account where UpdatedDate > '2026-01-01' and Id > 'a' and CREATEDBYID != 'x'",
                "AQ431|select Id, Status from Account",
            })
    void inASession(String code, String query) {
        String session = "version: '1.1'\npartner: gooddata\nproject: p\n";

        assertThat(JobSpecs.parse("a.yaml", session + queries(query, "zoqlexport", "145.0"))
                        .diagnostics())
                .noneMatch(finding -> has(finding, code));
    }

    @ParameterizedTest
    @CsvSource({"version: [1]", "partner: {a: b}", "project: [p]"})
    void whereTheModeCannotBeRead(String line) {
        String manifest = "version: '1.1'\npartner: gooddata\nproject: p\n"
                        .replaceFirst(line.substring(0, line.indexOf(':')) + ":.*", line)
                + queries(
                        "select Id from Account where Status = 'a' and UpdatedDate > '2026-01-01'",
                        "zoqlexport",
                        "145");

        assertThat(JobSpecs.parse("a.yaml", manifest).diagnostics())
                .anyMatch(Diagnostic::isError)
                .noneMatch(finding -> has(finding, "AQ428") || has(finding, "AQ431"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "useQueryLabels: true|select Id from Account|{columns: [Account.Id, 'a:b', \"c :d\"]}",
                "useQueryLabels: false|select Id as \"Account.Id\" from Account|{columns: [Account.Id, 'Account: Name']}",
                "useQueryLabels: true|select Id as \"Account: ID\" from Account|{columns: ['Account: ID']}",
                "useQueryLabels: false|select Id, from Account|{columns: [Account.Id]}",
                "useQueryLabels: perhaps|select Id from Account|{columns: [Account.Id, 'Account: ID']}",
            })
    void ofTheHeader(String labels, String query, String expect) {
        String manifest =
                "version: '1.0'\n" + labels + "\n" + queries(query, "zoqlexport", "145.0") + "    expect: " + expect;

        assertThat(JobSpecs.parse("a.yaml", manifest).diagnostics()).noneMatch(finding -> has(finding, "AQ227"));
        assertThat(JobSpecs.parse("a.yaml", manifest.replace("zoqlexport", "zoql"))
                        .diagnostics())
                .noneMatch(finding -> has(finding, "AQ227"));
    }

    private static boolean has(Diagnostic finding, String code) {
        return finding.code().id().equals(code);
    }

    private static List<Diagnostic> findings(String query, String type, String apiVersion) {
        String window = query.contains("${window.") ? "window: {initial: '2020-01-01T00:00:00Z'}\n" : "";
        return JobSpecs.parse("a.yaml", "version: '1.0'\n" + window + queries(query, type, apiVersion))
                .diagnostics();
    }

    private static String queries(String query, String type, String apiVersion) {
        return "queries:\n  - name: q\n    type: %s\n    apiVersion: '%s'\n    query: |\n      %s\n"
                .formatted(type, apiVersion, query);
    }
}
