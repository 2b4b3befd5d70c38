package io.github.aquaspec.run.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangedColumnsTest {

    @Test
    void namesWhatIsGone_andWhatIsNew() {
        assertThat(new ChangedColumns(List.of("A", "B", "C"), List.of("A", "C", "D")))
                .hasToString("without B and with D");
        assertThat(new ChangedColumns(List.of("A", "B"), List.of("A"))).hasToString("without B");
        assertThat(new ChangedColumns(List.of("A"), List.of("A", "B"))).hasToString("with B");
    }

    @Test
    void namesAnotherOrder() {
        assertThat(new ChangedColumns(List.of("A", "B"), List.of("B", "A"))).hasToString("the same in another order");
    }

    @Test
    void namesAnotherOrder_ofThoseThatAreLeft() {
        assertThat(new ChangedColumns(List.of("A", "B", "C"), List.of("B", "A", "D")))
                .hasToString("without C and with D, the others in another order");
    }

    @Test
    void namesNoOtherOrder_whereOneStandsThereMoreOften() {
        assertThat(new ChangedColumns(List.of("A", "B"), List.of("A", "B", "A")))
                .hasToString("the same, but not each as often");
        assertThat(new ChangedColumns(List.of("A", "A", "B"), List.of("A", "B", "B")))
                .hasToString("the same, but not each as often");
    }

    @Test
    void namesTheFirstOfMany_andWritesDownAll() {
        List<String> many = IntStream.rangeClosed(1, 300).mapToObj(i -> "C" + i).toList();

        ChangedColumns change = new ChangedColumns(List.of("A"), many);

        assertThat(change.toString()).startsWith("without A and with C1, C2, ").endsWith("C5, and 295 more");
        assertThat(change.toPaste())
                .startsWith("\"columns\": [\"C1\", \"C2\", ")
                .endsWith(", \"C300\"]");
    }

    @Test
    void isPastedAsJson_whateverTheNames() {
        assertThat(new ChangedColumns(List.of("A"), List.of("a \"b\"\n", "c\\")).toPaste())
                .isEqualTo("\"columns\": [\"a \\\"b\\\"\\n\", \"c\\\\\"]");
    }
}
