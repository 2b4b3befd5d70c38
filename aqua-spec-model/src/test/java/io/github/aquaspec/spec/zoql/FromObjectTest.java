package io.github.aquaspec.spec.zoql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FromObjectTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select Id from Account                           | Account",
                "SELECT Id  FROM  Order ORDER BY Id               | Order",
                "select , , from Account where (((                | Account",
                "select upper(Id from Account                     | Account",
                "select (select a from Inner) from Outer          | Outer",
                "select 'from Text', Account.From from Account    | Account",
                "select Id /* from Comment */ from Account        | Account",
                "select Id from Account, Invoice                  | Account",
                "from Account                                     | Account",
            })
    void finds_theObject_evenInAQueryWithErrors(String query, String object) {
        assertThat(Zoql.fromObject(query, Dialect.EXPORT_ZOQL)).contains(object);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "select Id", "select Id from", "select Id from 'Account'", "select 'Id from Account"})
    void finds_nothing_whereNoObjectIsNamed(String query) {
        assertThat(Zoql.fromObject(query, Dialect.EXPORT_ZOQL)).isEmpty();
    }
}
