package io.github.aquaspec.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.source.ScalarText;
import io.github.aquaspec.spec.source.SourceText;
import org.junit.jupiter.api.Test;

/** Values with places. */
class PlacedTextTest {

    private final SourceText source = new SourceText("a.yaml", "a: \"b\\x43d\"\n");

    @Test
    void keeps_aPlaceForEachChar_whereTheLibraryReadsTheSame() {
        ScalarText text = FlowScalar.quoted(source.span(3, 11), "bCd");
        assertThat(text.span(1, 2).text()).isEqualTo("\\x43");
        assertThat(text.span(0, 3).text()).isEqualTo("b\\x43d");
    }

    @Test
    void trusts_theLibrarysValue_andPointsAtTheWholeScalar_whereTheyDiffer() {
        ScalarText text = FlowScalar.quoted(source.span(3, 11), "something else");
        assertThat(text.value()).isEqualTo("something else");
        assertThat(text.span(4, 5).text()).isEqualTo("\"b\\x43d\"");
    }
}
