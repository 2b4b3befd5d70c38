package io.github.aquaspec.emulator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {

    @Test
    void aFieldIsReadWithEverythingItSays() {
        Catalogue catalogue = SmallCatalogue.read();
        ObjectType account = catalogue.object("ACCOUNT").orElseThrow();
        assertThat(account.label()).isEqualTo("Customer");
        Field name = account.field("NAME").orElseThrow();
        assertThat(name)
                .isEqualTo(new Field(
                        "Name",
                        "Full Name",
                        FieldType.TEXT,
                        Optional.empty(),
                        Field.Visibility.BOTH,
                        15,
                        new Recipe("", List.of())));
        assertThat(account.field("Id").orElseThrow().nullable()).isFalse();
        Field home = account.field("HomeId").orElseThrow();
        assertThat(home.target()).hasValue("City");
        assertThat(home.inExport()).isFalse();
        assertThat(home.inZoql()).isTrue();
        assertThat(account.join("bosshome").orElseThrow().path()).containsExactly("BossId", "HomeId");
    }

    @Test
    void recipesAndMarksAreRead() {
        ObjectType object =
                read("""
                        object Log "Log" rows 6 fixed forgets-deleted   # what it says
                          Id    id         "ID"
                          Kind  picklist?40 "Kind" @export pick One "Number Two"
                        """.replace("   # what it says", "")).object("Log").orElseThrow();
        assertThat(object.scales()).isFalse();
        assertThat(object.keepsDeleted()).isFalse();
        Field kind = object.field("Kind").orElseThrow();
        assertThat(kind.nullShare()).isEqualTo(40);
        assertThat(kind.recipe()).isEqualTo(new Recipe("pick", List.of("One", "Number Two")));
        assertThat(kind.inZoql()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Kind colour \"Kind\"              | catalogue line 3",
                "Kind text                         | catalogue line 3",
                "Kind text \"Kind\" @nowhere       | unknown mark @nowhere",
                "Kind ref Nothing \"Kind\"         | Kind is no key of a known object",
                "join Up \"Up\" Nothing            | Log has no key field Nothing",
                "join Up \"Up\" Id                 | Id is no key of a known object",
                "ID text \"Again\"                 | declares a field twice",
                "object log \"Log\" rows 1         | object log is declared twice"
            })
    void aMistakeIsNamed(String line, String message) {
        assertThatThrownBy(() -> read("object Log \"Log\" rows 6\n  Id id \"ID\"\n  " + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Catalogue read(String text) {
        return CatalogueReader.read(new StringReader(text));
    }
}
