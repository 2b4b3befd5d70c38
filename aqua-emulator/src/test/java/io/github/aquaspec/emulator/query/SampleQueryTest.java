package io.github.aquaspec.emulator.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.data.Catalogue;
import io.github.aquaspec.emulator.data.SampleData;
import io.github.aquaspec.spec.zoql.Dialect;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries over the shipped sample data against statements written by hand. */
class SampleQueryTest {

    private static Records records;

    @BeforeAll
    static void fill() {
        records = new Records(Catalogue.shipped());
        new SampleData(records.store(), 7, 1).fill();
    }

    @AfterAll
    static void close() {
        records.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select Id, BillToContact.City from Account where BillToContact.Country = 'Japan' order by Id"
                        + "| SELECT a.\"Id\", c.\"City\" FROM \"Account\" a, \"Contact\" c WHERE a.\"BillToId\" = c.\"Id\""
                        + " AND c.\"Country\" = 'Japan' ORDER BY a.\"Id\"",
                "select InvoiceNumber, Account.Name, SoldToContact.LastName from Invoice"
                        + " where Balance > 1000 and Status = 'Posted' order by InvoiceNumber"
                        + "| SELECT i.\"InvoiceNumber\", a.\"Name\", (SELECT \"LastName\" FROM \"Contact\" WHERE \"Id\" ="
                        + " a.\"SoldToId\") FROM \"Invoice\" i JOIN \"Account\" a ON i.\"AccountId\" = a.\"Id\""
                        + " WHERE i.\"Balance\" > 1000 AND i.\"Status\" = 'Posted' ORDER BY 1",
                "select Id, Product.Name, Subscription.Name, Account.AccountNumber from RatePlanCharge"
                        + " where Product.SKU = 'SKU-00000003' order by Id"
                        + "| SELECT c.\"Id\", p.\"Name\", s.\"Name\", a.\"AccountNumber\" FROM \"RatePlanCharge\" c"
                        + " JOIN \"RatePlan\" r ON c.\"RatePlanId\" = r.\"Id\""
                        + " JOIN \"Subscription\" s ON r.\"SubscriptionId\" = s.\"Id\""
                        + " JOIN \"Account\" a ON s.\"AccountId\" = a.\"Id\""
                        + " JOIN \"ProductRatePlan\" q ON r.\"ProductRatePlanId\" = q.\"Id\""
                        + " JOIN \"Product\" p ON q.\"ProductId\" = p.\"Id\""
                        + " WHERE p.\"SKU\" = 'SKU-00000003' ORDER BY c.\"Id\"",
                "select Currency, count(Id), sum(Amount) from Payment group by Currency order by Currency"
                        + "| SELECT \"Currency\", COUNT(*), SUM(\"Amount\") FROM \"Payment\" GROUP BY \"Currency\" ORDER BY 1",
                "select Id from InvoiceItem where UpdatedDate >= '2026-03-01T00:00:00Z' and UpdatedDate <"
                        + " '2026-04-01T00:00:00Z' order by Id"
                        + "| SELECT \"Id\" FROM \"InvoiceItem\" WHERE \"UpdatedDate\" BETWEEN TIMESTAMP WITH TIME ZONE"
                        + " '2026-03-01 00:00:00+00' AND TIMESTAMP WITH TIME ZONE '2026-03-31 23:59:59+00' ORDER BY 1",
                "select Id from Account where ParentAccount.Id is not null and not (Status = 'Active') order by Id"
                        + "| SELECT \"Id\" FROM \"Account\" WHERE \"ParentId\" IS NOT NULL AND \"Status\" IN"
                        + " ('Draft', 'Canceled') ORDER BY 1"
            })
    void aQueryFindsWhatSqlFinds(String query, String sql) {
        assertThat(records.rows(query)).isEqualTo(records.bySql(sql)).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select Id,CreditBalance,Name,Balance,TaxExemptStatus,AutoPay,Currency,PaymentGateway,PaymentTerm,"
                        + "SalesRepName,TaxExemptIssuingJurisdiction,TaxExemptEffectiveDate,TaxExemptExpirationDate,"
                        + "TaxExemptCertificateType,LastInvoiceDate,Status,TotalInvoiceBalance,CreatedDate,UpdatedDate,"
                        + " ParentId, CustomerServiceRepName from Account",
                "select Id, AutoRenew, CancelledDate, ContractAcceptanceDate,ContractEffectiveDate, CreatedDate,"
                        + " InitialTerm, InvoiceOwnerId, IsInvoiceSeparate,Name, OriginalCreatedDate, RenewalTerm,"
                        + " ServiceActivationDate, Status, SubscriptionEndDate, SubscriptionStartDate, TermEndDate,"
                        + " TermStartDate, TermType,UpdatedDate, Version, PreviousSubscriptionId from Subscription"
            })
    void theDocumentationsZoqlSamplesRun(String query) {
        assertThat(records.rows(query, Dialect.ZOQL, "65.0")).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select Id,Name,Balance,TaxExemptStatus,AutoPay,Currency, BillToContact.Id, SoldToContact.Id  from  Account",
                "select Id,StartDate,EndDate,FiscalYear,Name,Status from AccountingPeriod"
            })
    void theDocumentationsExportSamplesRun(String query) {
        assertThat(records.rows(query, Dialect.EXPORT_ZOQL, "20.0")).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Account", "Invoice", "InvoiceItem", "RatePlanCharge", "Usage", "Payment", "Refund"})
    void everyObjectAndEveryJoinCanBeSelectedWhole(String object) {
        StringBuilder query = new StringBuilder("select *");
        Catalogue.shipped()
                .object(object)
                .orElseThrow()
                .joins()
                .forEach(join -> query.append(", ").append(join.name()).append(".*"));
        assertThat(records.rows(query + " from " + object + " limit 3")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXPORT_ZOQL | 78.0  | UCA, UCE, USA",
                "EXPORT_ZOQL | 79.0  | ContractEffective, CustomerAcceptance, ServiceActivation",
                "EXPORT_ZOQL | 145.0 | ContractEffective, CustomerAcceptance, ServiceActivation"
            })
    void aCodedFieldHoldsCodesBeforeVersion79(Dialect dialect, String version, String values) {
        assertThat(values(records.rows("select TriggerEvent from RatePlanCharge", dialect, version)))
                .isEqualTo(values);
        assertThat(values(records.rows(
                        "select ProductRatePlanCharge.TriggerEvent from RatePlanCharge", dialect, version)))
                .isEqualTo(values);
        assertThat(values(records.rows(
                        "select TriggerEvent from RatePlanCharge group by TriggerEvent", dialect, version)))
                .isEqualTo(values);
    }

    @Test
    void aCodedFieldIsComparedWithWhatItHolds() {
        String code = "select Id from RatePlanCharge where TriggerEvent = 'UCE'";
        String word = "select Id from RatePlanCharge where TriggerEvent = 'ContractEffective'";
        assertThat(records.rows(code, Dialect.EXPORT_ZOQL, "78.0"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(records.rows(word, Dialect.EXPORT_ZOQL, "79.0"));
        assertThat(records.rows(word, Dialect.EXPORT_ZOQL, "78.0")).isEmpty();
        assertThat(records.rows(code, Dialect.EXPORT_ZOQL, "79.0")).isEmpty();
        assertThat(records.rows(word, Dialect.ZOQL, "78.0"))
                .as("ZOQL reads the API's objects")
                .isNotEmpty();
    }

    private static String values(List<List<String>> rows) {
        return rows.stream().map(row -> row.get(0)).distinct().sorted().collect(Collectors.joining(", "));
    }
}
