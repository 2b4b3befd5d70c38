package io.github.aquaspec.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CsvMachineTest {

    private static final Place HEADER = new Place(0, 1, 0);

    @Test
    void countsRecords_notLines() throws Exception {
        CsvMachine machine = read("Id,Note\n1,\"a\nb\n\"\"c\"\"\"\n2,\n");
        assertThat(machine.records()).isEqualTo(2);
        assertThat(machine.observations()).isEmpty();
    }

    @Test
    void countsNoRecord_whenThereIsOnlyAHeader() throws Exception {
        assertThat(read("Id,Note\n").records()).isZero();
        assertThat(read("Id,Note").records()).isZero();
    }

    @Test
    void fails_whenNotEvenAHeaderIsThere() {
        assertThat(fault("")).isEqualTo(new Fault.Empty());
        assertThat(fault("\n1\n")).isEqualTo(new Fault.NoHeader());
        assertThat(fault("\r\n1\n")).isEqualTo(new Fault.NoHeader());
        assertThat(fault("\uFEFF")).isEqualTo(new Fault.NoHeader());
        assertThat(fault(", ,\"\"\n1,2,3\n")).isEqualTo(new Fault.NoHeader());
    }

    @Test
    void fails_whenARecordIsNarrowerOrWiderThanTheHeader_namingTheFirst() {
        assertThat(fault("A,B\n\"x\ny\",2\n3\n4\n")).isEqualTo(new Fault.WidthDiffers(new Place(2, 4, 12), 2, 1));
        Fault wide = fault("A,B\r\n1,2\r\n1,2,3\r\n");
        assertThat(wide).isEqualTo(new Fault.WidthDiffers(new Place(2, 3, 10), 2, 3));
        assertThat(wide.sentence()).isEqualTo("record 2 (line 3, byte 10) has 3 cells, the header 2");
    }

    @Test
    void fails_whenAQuoteIsOpenAtTheEnd_namingWhereItWasOpened() {
        Fault open = fault("A,B\n1,2\n3,\"4\n5,6\n");
        assertThat(open).isEqualTo(new Fault.OpenQuote(new Place(2, 3, 8), 10));
        assertThat(open.sentence())
                .isEqualTo("the quote opened at byte 10 in record 2 (line 3, byte 8) is never closed");
    }

    @Test
    void fails_whenTextFollowsAClosingQuote() {
        assertThat(fault("A,B\n\"1\"x,2\n")).isEqualTo(new Fault.TextAfterQuote(new Place(1, 2, 4), 7));
        assertThat(fault("A,B\n\"1\"\rx,2\n")).isEqualTo(new Fault.TextAfterQuote(new Place(1, 2, 4), 7));
    }

    @Test
    void readsAQuoteInsideAnUnquotedCellAsText_andSaysSo() throws Exception {
        CsvMachine machine = read("A,B\n5\" pipe,2\n3,4\"\n");
        assertThat(machine.records()).isEqualTo(2);
        assertThat(machine.observations()).containsExactly(new Observation.StrayQuotes(2, new Place(1, 2, 4), 5));
    }

    @Test
    void fails_whenABlankLineStandsAmongRecords() {
        assertThat(fault("A,B\n1,2\n\n3,4\n")).isEqualTo(new Fault.BlankLine(new Place(2, 3, 8)));
        assertThat(fault("A,B\n1,2\n\n")).isEqualTo(new Fault.BlankLine(new Place(2, 3, 8)));
    }

    @Test
    void countsBlankLinesOfASingleColumn_andSaysSo() throws Exception {
        CsvMachine machine = read("A\n1\n\n\n");
        assertThat(machine.records()).isEqualTo(3);
        assertThat(machine.observations()).containsExactly(new Observation.BlankRecords(2, new Place(2, 3, 4)));
    }

    @Test
    void fails_whenTheHeaderComesAgain() {
        assertThat(fault("A,B\n1,2\nA,B\n3,4\n")).isEqualTo(new Fault.HeaderRepeated(new Place(2, 3, 8)));
        assertThat(fault("A,B\r\n1,2\nA,B")).isEqualTo(new Fault.HeaderRepeated(new Place(2, 3, 9)));
        assertThat(fault("\uFEFFA,B\nA,B\n")).isEqualTo(new Fault.HeaderRepeated(new Place(1, 2, 7)));
    }

    @Test
    void takesARecordThatOnlyResemblesTheHeader() throws Exception {
        assertThat(read("A,B\nA,C\nA,\n,B\nA,BB\n").records()).isEqualTo(4);
    }

    @Test
    void takesAValueThatEqualsTheOneColumnsName_andSaysSo() throws Exception {
        assertThat(read("Name\nName\n").observations())
                .containsExactly(new Observation.HeaderAsRecord(new Place(1, 2, 5)));
    }

    @Test
    void toleratesAByteOrderMark_andSaysSo() throws Exception {
        CsvMachine machine = read("\uFEFF\"A\",B\n1,2\n");
        assertThat(machine.header().orElseThrow().columns()).containsExactly("A", "B");
        assertThat(machine.observations()).containsExactly(new Observation.ByteOrderMark());
    }

    @Test
    void countsALastRecordWithoutNewline_andSaysSo() throws Exception {
        CsvMachine machine = read("A,B\n1,2\n3,4");
        assertThat(machine.records()).isEqualTo(2);
        assertThat(machine.observations()).containsExactly(new Observation.MissingFinalNewline());
    }

    @Test
    void takesBothLineEnds_andSaysSoWhenTheyAreMixed() throws Exception {
        assertThat(read("A\r\n1\r\n").observations()).isEmpty();
        assertThat(read("A\r\n1\r\n").lineEnd()).isEqualTo(LineEnd.CRLF);
        CsvMachine mixed = read("A\r\n1\n2\n");
        assertThat(mixed.records()).isEqualTo(2);
        assertThat(mixed.observations()).containsExactly(new Observation.MixedLineEnds(2, 1));
        assertThat(mixed.lineEnd()).isEqualTo(LineEnd.MIXED);
    }

    @Test
    void tellsTheLineEnd_alsoOfAFileThatEndsInHalfOfOne() throws Exception {
        assertThat(read("A\n1\n").lineEnd()).isEqualTo(LineEnd.LF);
        assertThat(fault("A,B\r\nA,B\r")).isEqualTo(new Fault.HeaderRepeated(new Place(1, 2, 5)));
        assertThat(read("A\r\n\r").observations())
                .contains(new Observation.BlankRecords(1, new Place(1, 2, 3)), new Observation.MissingFinalNewline());
    }

    @Test
    void takesHalfAByteOrderMarkForText() throws Exception {
        byte[] csv = {(byte) 0xef, ',', 'B', '\n', '1', ',', '2', '\n'};
        CsvMachine machine = CsvMachinePropertyTest.run(csv, 3);
        assertThat(machine.header().orElseThrow().columns()).hasSize(2);
        assertThat(machine.observations()).containsExactly(new Observation.InvalidUtf8(1, 0));
    }

    @Test
    void readsALoneCarriageReturnAsText_andSaysSo() throws Exception {
        CsvMachine machine = read("A,B\n1,2\r3\n\r,4\n");
        assertThat(machine.records()).isEqualTo(2);
        assertThat(machine.observations()).containsExactly(new Observation.LoneCarriageReturns(2, new Place(1, 2, 4)));
    }

    @Test
    void findsNulBytesAndWhatIsNotUtf8_withTheFirstOffset() throws Exception {
        byte[] csv = {'A', '\n', 0, 'x', '\n', (byte) 0xc3, '\n', (byte) 0xff, 0, '\n'};
        CsvMachine machine = CsvMachinePropertyTest.run(csv, 3);
        assertThat(machine.records()).isEqualTo(3);
        assertThat(machine.observations())
                .containsExactly(new Observation.NulBytes(2, 2), new Observation.InvalidUtf8(2, 5));
    }

    @Test
    void namesColumnsThatCannotBeToldApart() throws Exception {
        assertThat(read("A,,A,\n1,2,3,4\n").observations())
                .containsExactly(new Observation.AmbiguousColumn("A", 2), new Observation.AmbiguousColumn("", 2));
        assertThat(read("A,B\n1,2\n").observations()).isEmpty();
    }

    @Test
    void decodesTheHeadersCells() throws Exception {
        assertThat(read("\"Invoice: \"\"No, \"\"\",Bïll,\"\"\n1,2,3\n")
                        .header()
                        .orElseThrow()
                        .columns())
                .containsExactly("Invoice: \"No, \"", "Bïll", "");
    }

    @Test
    void fails_whenTheHeaderHasNoEnd() {
        byte[] endless = new byte[Header.MAX_BYTES + 1];
        Arrays.fill(endless, (byte) 'a');
        CorruptFileException failure =
                catchThrowableOfType(CorruptFileException.class, () -> CsvMachinePropertyTest.run(endless, 1 << 16));
        assertThat(failure.fault()).isEqualTo(new Fault.HeaderTooLong(Header.MAX_BYTES));
        endless[Header.MAX_BYTES - 1] = '\n';
        assertThat(catchThrowableOfType(CorruptFileException.class, () -> CsvMachinePropertyTest.run(endless, 1 << 16)))
                .isNull();
    }

    @Tag("large")
    @Test
    void takesACellOfAnyLength_withoutKeepingIt() throws Exception {
        CsvMachine machine = new CsvMachine();
        byte[] chunk = new byte[1 << 20];
        Arrays.fill(chunk, (byte) '\n');
        machine.accept("A,B\n1,\"".getBytes(UTF_8), 0, 7);
        for (int i = 0; i < 200; i++) {
            machine.accept(chunk, 0, chunk.length);
        }
        machine.accept("\"\n2\n".getBytes(UTF_8), 0, 2);
        assertThat(machine.records()).isEqualTo(1);
        CorruptFileException failure =
                catchThrowableOfType(CorruptFileException.class, () -> machine.accept("2\n".getBytes(UTF_8), 0, 2));
        long cell = 200L << 20;
        assertThat(failure.fault()).isEqualTo(new Fault.WidthDiffers(new Place(2, cell + 3, cell + 9), 2, 1));
    }

    @Test
    void namesTheHeaderAsThePlace_whenItIsBroken() {
        assertThat(fault("A,\"B\n1,2\n")).isEqualTo(new Fault.OpenQuote(HEADER, 2));
        assertThat(HEADER).hasToString("the header (line 1, byte 0)");
    }

    private static CsvMachine read(String csv) throws CorruptFileException {
        return CsvMachinePropertyTest.run(csv.getBytes(UTF_8), 5);
    }

    private static Fault fault(String csv) {
        return catchThrowableOfType(CorruptFileException.class, () -> read(csv)).fault();
    }
}
