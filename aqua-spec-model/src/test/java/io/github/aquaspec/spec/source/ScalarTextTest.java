package io.github.aquaspec.spec.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.source.ScalarText.Replacement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Parts of a value that are replaced, and where their chars stand. */
class ScalarTextTest {

    private final SourceText source = new SourceText("a.yaml", "q: a${x}b${y}c");
    private final ScalarText text = new ScalarText(
            "a${x}b${y}c",
            source.span(3, 14),
            IntStream.range(3, 14).toArray(),
            IntStream.range(4, 15).toArray());

    @Test
    void eachCharOfAReplacementStandsWhereTheWholePartStood() {
        ScalarText changed = text.with(List.of(new Replacement(1, 5, "12345"), new Replacement(6, 10, "")));

        assertThat(changed.value()).isEqualTo("a12345bc");
        assertThat(changed.span(0, 1).text()).isEqualTo("a");
        assertThat(changed.span(2, 4).text()).isEqualTo("${x}");
        assertThat(changed.span(6, 7).text()).isEqualTo("b");
        assertThat(changed.span(7, 8).text()).isEqualTo("c");
        assertThat(changed.span()).isEqualTo(text.span());
    }

    @Test
    void staysTheSame_whenNothingIsReplaced() {
        assertThat(text.with(List.of()).value()).isEqualTo("a${x}b${y}c");
    }
}
