package io.github.aquaspec.emulator.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.zoql.FieldCatalogue;
import io.github.aquaspec.spec.zoql.FieldList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fields that manifests are checked against, and those the emulator has. A manifest that works here is not doubted
 * there; the manifests' list may be longer, for the emulator has no more than its samples need.
 */
class KnownFieldsTest {

    private static final String CUSTOM = "__";

    static Stream<ObjectType> objects() {
        return Catalogue.shipped().objects().stream();
    }

    @ParameterizedTest
    @MethodSource("objects")
    void eachFieldIsKnown_asItIsSpelledHere(ObjectType object) {
        FieldList known = FieldCatalogue.zuora().of(object.name()).orElseThrow();

        assertThat(known.object()).isEqualTo(object.name());
        assertThat(object.fields().stream()
                        .filter(field -> field.target().isEmpty())
                        .map(Field::name)
                        .filter(name -> !name.contains(CUSTOM)))
                .isSubsetOf(known.all());
    }

    @ParameterizedTest
    @MethodSource("objects")
    void eachKeyThatIsKnown_leadsToWhereItLeadsHere(ObjectType object) {
        Catalogue emulator = Catalogue.shipped();

        FieldCatalogue.zuora().of(object.name()).orElseThrow().keys().forEach((key, relation) -> {
            Field field = object.field(key).orElseThrow();
            assertThat(field.inExport()).as(key).isFalse();
            assertThat(object.join(relation)
                            .map(join -> emulator.target(object, join))
                            .orElseGet(() -> emulator.object(relation).orElseThrow()))
                    .as(key)
                    .isEqualTo(emulator.target(field));
        });
    }

    @ParameterizedTest
    @MethodSource("objects")
    void eachDayIsADay_andNoTimeIsOne(ObjectType object) {
        for (Field field : object.fields()) {
            boolean day = FieldCatalogue.zuora().isDay(object.name(), field.name());
            if (day || field.type() == FieldType.DATETIME) {
                assertThat(field.type()).as(field.name()).isEqualTo(day ? FieldType.DATE : FieldType.DATETIME);
            }
        }
    }
}
