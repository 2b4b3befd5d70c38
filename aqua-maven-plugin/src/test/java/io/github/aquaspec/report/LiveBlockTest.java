package io.github.aquaspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Printable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A block at the foot of a terminal, by what is to be seen there. */
class LiveBlockTest {

    private static final String LONG = "x".repeat(70) + "end";

    private final Screen screen = new Screen(40);
    private final LiveBlock block = new LiveBlock(Printable::of);

    @Test
    void isDrawn_inPlace_againAndAgain() {
        screen.println("$ mvn aqua:run");
        block.open(screen);

        block.draw(List.of("one", "two", "three"));
        assertThat(screen.lines()).containsExactly("$ mvn aqua:run", "one", "two", "three");

        block.draw(List.of("ONE", "2"));
        assertThat(screen.lines()).containsExactly("$ mvn aqua:run", "ONE", "2");

        block.draw(List.of("1", "22", "333", "4444"));
        assertThat(screen.lines()).containsExactly("$ mvn aqua:run", "1", "22", "333", "4444");
        assertThat(screen.frames()).as("one for each drawing, or it flickers").isEqualTo(3);
    }

    @Test
    void leavesNothing_andTheCursorWhereItBegan_whenItIsClosed() {
        screen.println("before");
        String cursor = screen.cursor();
        block.open(screen);
        block.draw(List.of("one", LONG, "three"));

        block.close();
        block.draw(List.of("late"));
        screen.println("after");

        assertThat(screen.lines()).containsExactly("before", "after", "");
        assertThat(cursor).isEqualTo("1:0");
        assertThat(screen.wraps()).isTrue();
    }

    @Test
    void staysBelow_whatIsPrinted() {
        block.open(screen);
        block.draw(List.of("one", "two"));

        block.above(() -> screen.println("[WARNING] a line that is longer than the terminal is wide"));
        block.above(() -> screen.println("[INFO] b"));

        assertThat(screen.lines())
                .containsExactly(
                        "[WARNING] a line that is longer than the", " terminal is wide", "[INFO] b", "one", "two");
    }

    /** The failing twin: what is printed past the block is drawn over. */
    @Test
    void isInTheWay_ofWhatIsPrintedPastIt() {
        block.open(screen);
        block.draw(List.of("one", "two"));

        screen.println("[INFO] b");
        block.draw(List.of("one", "two"));

        assertThat(screen.lines()).doesNotContain("[INFO] b");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20, 72, 73, 74, 200})
    void takesOneRow_forALine_howeverNarrowItIs(int width) {
        Screen narrow = new Screen(width);
        block.open(narrow);

        for (int i = 0; i < 3; i++) {
            block.draw(List.of("one", LONG, "three"));
            assertThat(narrow.lines()).hasSize(3).allMatch(line -> line.length() <= width);
        }
        assertThat(narrow.wraps()).as("for whoever prints next").isTrue();
        assertThat(narrow.lines().get(1)).startsWith("x".repeat(Math.min(70, width - 1)));
        block.close();
        assertThat(narrow.lines()).containsExactly("");
    }

    @Test
    void isDrawnRight_onceTheTerminalIsResized() {
        block.open(screen);
        screen.println("before");
        block.draw(List.of("one", LONG, "three"));
        for (int width : List.of(10, 3, 100, 7)) {
            screen.resize(width);

            block.draw(List.of("one", LONG, "three"));

            assertThat(screen.lines()).hasSize(4).allMatch(line -> line.length() <= width);
            assertThat(screen.lines().get(3)).isEqualTo("three".substring(0, Math.min(5, width == 3 ? 2 : width)));
        }
    }

    @Test
    void letsNoText_driveTheTerminal() {
        block.open(screen);

        block.draw(List.of("a\u001B[2J\r\nb", "c"));

        assertThat(screen.lines()).containsExactly("a␛[2J␍␊b", "c");
    }

    @Test
    void drawsNothing_whereThereIsNoTerminal_andPrintsAllTheSame() {
        block.draw(List.of("one"));
        block.above(() -> screen.println("a"));
        block.close();

        assertThat(screen.lines()).containsExactly("a", "");
        assertThat(screen.frames()).isZero();
    }
}
