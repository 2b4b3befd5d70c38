package io.github.aquaspec.verify.cell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstColumnTest {

    @Test
    void counts_eachValue_andPassesEveryByteOn() throws IOException {
        String csv = "Account.D,Account.Id\n0,a\n1,b\n0,c\n";
        ByteArrayOutputStream passed = new ByteArrayOutputStream();
        CellChecks cells = counting(passed);
        cells.output().write(csv.getBytes(UTF_8));

        assertThat(cells.finish().orElseThrow()).isEqualTo(new FirstColumn(Map.of("0", 2L, "1", 1L), 0));
        assertThat(passed.toString(UTF_8)).isEqualTo(csv);
    }

    @Test
    void counts_nothing_inAHeaderAlone() throws IOException {
        assertThat(column("Account.D,Account.Id\n")).isEqualTo(new FirstColumn(Map.of(), 0));
        assertThat(column("Account.D,Account.Id")).isEqualTo(new FirstColumn(Map.of(), 0));
    }

    @Test
    void counts_aLastRecordWithoutNewline_andLinesThatEndInCrLf() throws IOException {
        assertThat(column("D,Id\r\n0,a\r\n1,b")).isEqualTo(new FirstColumn(Map.of("0", 1L, "1", 1L), 0));
        assertThat(column("D\r\n0\r\n1\r\n")).isEqualTo(new FirstColumn(Map.of("0", 1L, "1", 1L), 0));
    }

    @Test
    void reads_quotedCells_asTheyAreMeant() throws IOException {
        assertThat(
                        column(
                                "D,Text\n\"0\",\"line one\n1,no record\"\n\"1\",\"a \"\"word\"\", and\n\"\"0,\"\n0,5\" disk\n1,x\n"))
                .isEqualTo(new FirstColumn(Map.of("0", 2L, "1", 2L), 0));
    }

    @Test
    void adds_whatStandsInTheNextFile() {
        FirstColumn both =
                new FirstColumn(Map.of("true", 2L, "x", 1L), 3).and(new FirstColumn(Map.of("true", 1L, "y", 4L), 5));
        assertThat(both).isEqualTo(new FirstColumn(Map.of("true", 3L, "x", 1L, "y", 4L), 8));
        assertThat(both.of("true")).isEqualTo(3);
        assertThat(both.of("z")).isZero();
    }

    @Test
    void keeps_quotesInsideQuotedCells_andSeesPastAByteOrderMark() throws IOException {
        assertThat(column("\uFEFF\"D\nd\"\n\"say \"\"hi\"\"\"\n\"\"\"\"\n\"\"\n"))
                .isEqualTo(new FirstColumn(Map.of("say \"hi\"", 1L, "\"", 1L, "", 1L), 0));
        assertThat(column("A,\uFEFF\"x\n1,\"2\n3\"\n")).isEqualTo(new FirstColumn(Map.of("1", 1L), 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void sees_theSame_howeverTheBytesAreCut(int size) throws IOException {
        byte[] csv = "D,T\n\"0\",\"a\"\"b\n,\"\n1,\"\"\n0,\n".getBytes(UTF_8);
        CellChecks cells = counting(new ByteArrayOutputStream());
        for (int at = 0; at < csv.length; at += size) {
            cells.output().write(csv, at, Math.min(size, csv.length - at));
        }

        assertThat(cells.finish().orElseThrow()).isEqualTo(new FirstColumn(Map.of("0", 2L, "1", 1L), 0));
    }

    @Test
    void keeps_fewValues_andBeginningsOfLongOnes() throws IOException {
        StringBuilder csv =
                new StringBuilder("Id\n").append("x".repeat(100_000)).append('\n');
        for (int i = 0; i < 1000; i++) {
            csv.append(i).append('\n');
        }

        FirstColumn column = column(csv.toString());

        assertThat(column.values()).hasSize(16).contains("x".repeat(64));
        assertThat(column.others()).isEqualTo(985);
    }

    private static FirstColumn column(String csv) throws IOException {
        CellChecks cells = counting(new ByteArrayOutputStream());
        cells.output().write(csv.getBytes(UTF_8));
        return cells.finish().orElseThrow();
    }

    private static CellChecks counting(OutputStream out) {
        return new CellChecks(CellRules.flags(true), out, column -> new MemorySpill());
    }
}
