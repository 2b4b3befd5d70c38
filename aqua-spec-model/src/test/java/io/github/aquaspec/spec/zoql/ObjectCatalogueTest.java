package io.github.aquaspec.spec.zoql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.spec.zoql.DataSource.DeletedRows;
import io.github.aquaspec.spec.zoql.DataSource.Relation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectCatalogueTest {

    private final ObjectCatalogue zuora = ObjectCatalogue.zuora();

    @Test
    void knows_sixObjectsWithoutDeletedRows_fromZuora_andTwelveFromUsers() {
        assertThat(without(DeletedRows.DOCUMENTED_AS_UNSUPPORTED))
                .containsExactlyInAnyOrder(
                        "AccountingCode",
                        "AccountingPeriod",
                        "DiscountAppliedMetrics",
                        "PaymentTransactionLog",
                        "ProcessedUsage",
                        "RefundTransactionLog");
        assertThat(without(DeletedRows.REPORTED_AS_UNSUPPORTED))
                .containsExactlyInAnyOrder(
                        "BookingTransaction",
                        "CalloutHistory",
                        "ContactSnapshot",
                        "EmailHistory",
                        "HpmCaptchaValidationResult",
                        "PaymentGatewayReconciliationEventLog",
                        "PaymentMethodTransactionLog",
                        "PaymentReconciliationJob",
                        "PaymentReconciliationLog",
                        "SmartPreventionAudit",
                        "UpdaterBatch",
                        "UpdaterDetail");
    }

    @Test
    void finds_anObjectInAnyCase_asZuoraSpellsIt() {
        assertThat(zuora.find("rateplancharge")).map(DataSource::name).contains("RatePlanCharge");
        assertThat(zuora.find("RatePlanCharges")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ACCOUNT, Account", "billtocontact, BillToContact", "Car__c, Car__c"})
    void spells_objectsAndRelationsAsZuoraDoes(String name, String canonical) {
        assertThat(zuora.canonical(name)).isEqualTo(canonical);
    }

    @Test
    void expands_groups_andKeepsTheStar() {
        DataSource invoice = zuora.find("Invoice").orElseThrow();
        assertThat(invoice.relations().orElseThrow())
                .containsExactly(
                        new Relation("Account", false),
                        new Relation("BillToContact", false),
                        new Relation("DefaultPaymentMethod", false),
                        new Relation("ParentAccount", true),
                        new Relation("SoldToContact", false),
                        new Relation("BillToContactSnapshot", true),
                        new Relation("Entity", true),
                        new Relation("SoldToContactSnapshot", true));
        assertThat(invoice.relation("billtocontact")).isPresent();
        assertThat(invoice.relation("Product")).isEmpty();
    }

    @Test
    void tells_noJoins_fromJoinsNobodyListed() {
        assertThat(zuora.find("OrderContact").orElseThrow().relations()).contains(List.of());
        assertThat(zuora.find("Amendment").orElseThrow().relations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Account, EXPORTED",
        "AccountingPeriod, DOCUMENTED_AS_UNSUPPORTED",
        "accountingcode, DOCUMENTED_AS_UNSUPPORTED",
        "DiscountAppliedMetrics, DOCUMENTED_AS_UNSUPPORTED",
        "EmailHistory, REPORTED_AS_UNSUPPORTED"
    })
    void knows_whoseDeletedRowsCannotBeExported(String name, DeletedRows expected) {
        assertThat(zuora.find(name).orElseThrow().deletedRows()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BillRun", "ChargeMetrics", "ChargeMetricsDiscountAllocationDetail"})
    void leaves_outWhatCannotBeExported(String name) {
        assertThat(zuora.find(name)).isEmpty();
    }

    @Test
    void knows_whatIsNeverExported_neverJoined_andCalledOtherwise() {
        assertThat(zuora.isNeverExported("chargemetrics")).isTrue();
        assertThat(zuora.isNeverExported("Account")).isFalse();
        assertThat(zuora.isNeverJoined("subscriptionStatusHistory")).isTrue();
        assertThat(zuora.isNeverJoined("Account")).isFalse();
        assertThat(zuora.documentedFor("billrun")).contains("BillingRun");
        assertThat(zuora.documentedFor("Account")).isEmpty();
    }

    @Test
    void names_nothingTwice() {
        for (DataSource source : zuora.dataSources()) {
            Set<String> seen = new HashSet<>();
            assertThat(source.relations().orElse(List.of()))
                    .as(source.name())
                    .allMatch(relation -> seen.add(relation.name().toLowerCase(Locale.ROOT)))
                    .allMatch(relation -> relation.name().matches("[A-Za-z]+"));
        }
    }

    @Test
    void keeps_everyRowOfTheText() {
        CatalogueText text = CatalogueText.resource("objects.txt");
        int rows =
                text.rows("data sources").size() + text.words("other objects").size();
        assertThat(zuora.dataSources()).hasSize(rows);
        assertThat(rows).isGreaterThan(130);
        assertThat(text.words("no deleted rows: documented"))
                .allMatch(name -> zuora.find(name).isPresent());
        assertThat(text.words("no deleted rows: reported"))
                .allMatch(name -> zuora.find(name).isPresent());
    }

    @Test
    void refuses_aTextThatMarksAnUnknownObject() {
        CatalogueText text = new CatalogueText("""
                [groups]
                [data sources]
                A: B
                [other objects]
                [no deleted rows: documented]
                C
                [no deleted rows: reported]
                [never exported]
                [never joined]
                [other names]
                """);
        assertThatThrownBy(() -> ObjectCatalogue.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> without(DeletedRows rows) {
        return zuora.dataSources().stream()
                .filter(source -> source.deletedRows() == rows)
                .map(DataSource::name)
                .toList();
    }
}
