package io.github.aquaspec.spec.source;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", " ", "é", "😀", "\uD83D", "\uDE00", "\n", "\r", "\r\n", "\u2028")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Property(seed = "20200101")
    void countsColumnsInCodePoints_fromTheStartOfTheLine(@ForAll("texts") String text) {
        SourceText source = new SourceText("a.yaml", text);
        for (int at = 0; at <= text.length(); at++) {
            Position position = source.position(at);
            int start = source.lineStart(position.line());
            assertThat(at).isGreaterThanOrEqualTo(start);
            assertThat(position.column()).isEqualTo(text.codePointCount(start, at) + 1);
            boolean last = position.line() == source.lineCount();
            assertThat(last || at < source.lineStart(position.line() + 1)).isTrue();
        }
    }

    @Test
    void endsALine_atEachKindOfBreak() {
        SourceText source = new SourceText("a.yaml", "a\nb\r\nc\rd");

        assertThat(source.lineCount()).isEqualTo(4);
        assertThat(source.line(2)).isEqualTo("b");
        assertThat(source.lineEnd(3)).isEqualTo(6);
        assertThat(source.position(7)).hasToString("4:1");
    }

    @Test
    void takesAPlaceBehindTheEnd_asTheEnd() {
        assertThat(new SourceText("a.yaml", "😀b").position(99)).hasToString("1:3");
    }
}
