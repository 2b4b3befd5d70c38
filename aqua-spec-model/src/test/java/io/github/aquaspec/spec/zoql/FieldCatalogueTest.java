package io.github.aquaspec.spec.zoql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.NearNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldCatalogueTest {

    /** Keys that ZOQL has, and whose object the documentation of Export ZOQL does not list as joined. */
    private static final Set<String> NOT_LISTED = Set.of(
            "Amendment.SubscriptionId", "Contact.AccountId", "PaymentMethod.AccountId", "ProductRatePlan.ProductId");

    /** Objects of which the days are known, and no other field. */
    private static final Set<String> DAYS_ONLY = Set.of(
            "BillRun",
            "CreditBalanceAdjustment",
            "InvoiceAdjustment",
            "InvoiceItemAdjustment",
            "InvoiceSplitItem",
            "PaymentMethodSnapshot",
            "TaxationItem");

    private final FieldCatalogue zuora = FieldCatalogue.zuora();
    private final CatalogueText text = CatalogueText.resource("fields.txt");

    @Test
    void everyObject_isOneThatQueriesRead() {
        assertThat(zuora.all())
                .hasSize(text.rows("fields").size())
                .allSatisfy(list -> assertThat(ObjectCatalogue.zuora().find(list.object()))
                        .map(DataSource::name)
                        .contains(list.object()));
    }

    @Test
    void everyObject_hasTheFieldsThatAllHave_andNoneTwice() {
        for (FieldList list : zuora.all()) {
            Set<String> seen = new HashSet<>();
            assertThat(list.all())
                    .as(list.object())
                    .contains("Id")
                    .allMatch(name -> name.matches("[A-Z][A-Za-z0-9]*"))
                    .allMatch(name -> seen.add(name.toLowerCase(Locale.ROOT)));
            assertThat(list.keys().keySet()).as(list.object()).allMatch(key -> seen.add(key.toLowerCase(Locale.ROOT)));
        }
    }

    @Test
    void everyKey_leadsToARelationThatIsListed_orIsKnownNotTo() {
        List<String> notListed = new ArrayList<>();
        for (FieldList list : zuora.all()) {
            DataSource object = ObjectCatalogue.zuora().find(list.object()).orElseThrow();
            list.keys().forEach((key, relation) -> {
                if (object.relation(relation).isEmpty()) {
                    notListed.add(list.object() + "." + key);
                }
            });
        }
        assertThat(notListed).containsExactlyInAnyOrderElementsOf(NOT_LISTED);
    }

    @Test
    void everyRowOfKeys_isOfAnObjectWithFields() {
        assertThat(text.rows("fields").keySet()).containsAll(text.rows("keys").keySet());
    }

    @Test
    void everyDay_isAField() {
        Set<String> without = new HashSet<>();
        text.rows("days")
                .forEach((object, days) -> zuora.of(object)
                        .ifPresentOrElse(
                                list -> assertThat(days).as(object).allMatch(list::has), () -> without.add(object)));
        assertThat(without).containsExactlyInAnyOrderElementsOf(DAYS_ONLY);
    }

    @ParameterizedTest
    @CsvSource({
        "account, Account",
        "BillToContact, Contact",
        "soldtocontact, Contact",
        "ParentAccount, Account",
        "DefaultPaymentMethod, PaymentMethod",
        "DeferredRevenueAccountingCode, AccountingCode"
    })
    void findsTheFields_ofAnObjectAndOfARelation(String name, String object) {
        assertThat(zuora.of(name)).map(FieldList::object).contains(object);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BillToContactSnapshot", "RefundInvoicePayment", "CreditMemo", "Entity", "Car__c", "Tact", ""})
    void knowsNothing_ofOthers(String name) {
        assertThat(zuora.of(name)).isEmpty();
    }

    @Test
    void tellsDaysFromTimes_inAnyCase() {
        assertThat(zuora.isDay("invoice", "INVOICEDATE")).isTrue();
        assertThat(zuora.isDay("Invoice", "UpdatedDate")).isFalse();
        assertThat(zuora.isDay("Car__c", "InvoiceDate")).isFalse();
    }

    @Test
    void namesWhatAKeyLeadsTo() {
        FieldList account = zuora.of("Account").orElseThrow();

        assertThat(account.behindKey("billtoid")).contains("BillToContact");
        assertThat(account.behindKey("CrmId")).isEmpty();
        assertThat(account.has("crmid")).isTrue();
        assertThat(account.has("BillToId")).isFalse();
    }

    /** A slip of one name must not be another name: nobody could tell which of the two is meant. */
    @Test
    void noFieldIsASlipOfAKeyOfItsObject() {
        for (FieldList list : zuora.all()) {
            assertThat(list.keys().keySet())
                    .as(list.object())
                    .noneMatch(key -> NearNames.typo(key, list.all()).isPresent());
        }
    }
}
