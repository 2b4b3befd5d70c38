package io.github.aquaspec.spec.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearNamesTest {

    private static final List<String> KNOWN = List.of("Name", "Status", "AccountNumber", "SKU", "UpdatedDate");

    @ParameterizedTest
    @CsvSource({
        "Nmae, Name",
        "name, Name",
        "Names, Name",
        "Statsu, Status",
        "AccountNumer, AccountNumber",
        "AcountNumer, AccountNumber",
        "ACCUONTNUMBER, AccountNumber",
        "UpdateDate, UpdatedDate"
    })
    void aSlip_isOneLetter_orTwoOfALongName(String name, String meant) {
        assertThat(NearNames.typo(name, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SK", "SKV", "Nam", "Nomen", "Stasu", "AcountNumr", "UpdatedTime", "AccountNumberOfX"})
    void anythingElse_isNone(String name) {
        assertThat(NearNames.typo(name, KNOWN)).isEmpty();
    }

    @Test
    void theNearest_isTaken_andTheFirstOfEquals() {
        assertThat(NearNames.typo("Fieldname1", List.of("FieldNames", "FieldName12", "FieldName22")))
                .contains("FieldName12");
        assertThat(NearNames.typo("abcx", List.of("abcz", "abcy"))).contains("abcy");
    }
}
