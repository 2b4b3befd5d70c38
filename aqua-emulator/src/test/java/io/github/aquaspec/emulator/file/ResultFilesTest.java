package io.github.aquaspec.emulator.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResultFilesTest {

    private final Settings settings = new Settings(Map.of());
    private final Iterator<String> ids = Stream.of("a", "b", "c", "d").iterator();
    private ResultFiles files;

    @BeforeEach
    void open() throws IOException {
        files = new ResultFiles();
    }

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "3, 2 1", "4, 2 2", "5, 2 2 1"})
    void segmentsAreAsFullAsTheyMayBe_andEachHasTheHeader(long rows, String sizes) throws Exception {
        List<ResultFile> segments =
                files.writeSegments(ids::next, packing(FileFormat.CSV), cells(), ListedRows.numbers(rows), 2);
        assertThat(segments.stream().map(s -> String.valueOf(s.records()))).containsExactly(sizes.split(" ", -1));
        List<String> numbers = new ArrayList<>();
        for (ResultFile segment : segments) {
            List<String> lines = Files.readAllLines(segment.path());
            assertThat(lines.get(0)).isEqualTo("N");
            assertThat(lines).hasSize((int) segment.records() + 1);
            numbers.addAll(lines.subList(1, lines.size()));
        }
        assertThat(numbers)
                .isEqualTo(LongStream.rangeClosed(1, rows)
                        .mapToObj(String::valueOf)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void everySegmentHasTheFormatOfTheJob(FileFormat format) throws Exception {
        List<ResultFile> segments = files.writeSegments(ids::next, packing(format), cells(), ListedRows.numbers(3), 2);
        assertThat(segments).extracting(ResultFile::format).containsOnly(format);
        assertThat(segments).extracting(ResultFile::id).containsExactly("a", "b");
        assertThat(text(segments.get(1))).isEqualTo("N\n3\n");
    }

    @Test
    void oneFileHoldsAllRows_howeverManyThereAre() throws Exception {
        ResultFile file = files.write("a", packing(FileFormat.CSV), cells(), ListedRows.numbers(5));
        assertThat(file.records()).isEqualTo(5);
        assertThat(text(file)).isEqualTo("N\n1\n2\n3\n4\n5\n");
    }

    @Test
    void nothingIsLeft_whenTheRowsBreakOffInALaterSegment() throws Exception {
        RowSource breaking = new RowSource() {
            private int given;

            @Override
            public List<String> header() {
                return List.of("N");
            }

            @Override
            public List<Object> next() throws SQLException {
                if (given++ == 3) {
                    throw new SQLException("the database is gone");
                }
                return List.of(given);
            }
        };
        assertThatThrownBy(() -> files.writeSegments(ids::next, packing(FileFormat.GZIP), cells(), breaking, 2))
                .isInstanceOf(SQLException.class);
        assertThat(files.directory()).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lf   | true  | N¶1¶2¶",
                "lf   | false | N¶1¶2",
                "crlf | true  | N§¶1§¶2§¶",
                "crlf | false | N§¶1§¶2"
            })
    void linesEndAsTheSettingsSay(String lineEnd, boolean finalNewline, String text) throws Exception {
        settings.set(Setting.LINE_END, lineEnd);
        settings.set(Setting.FINAL_NEWLINE, finalNewline);
        ResultFile file = files.write("a", packing(FileFormat.CSV), cells(), ListedRows.numbers(2));
        assertThat(text(file)).isEqualTo(text.replace('¶', '\n').replace('§', '\r'));
    }

    @Test
    void aFileWithoutRowsHasAHeader_withOrWithoutANewline() throws Exception {
        assertThat(text(files.write("a", packing(FileFormat.CSV), cells(), ListedRows.numbers(0))))
                .isEqualTo("N\n");
        settings.set(Setting.FINAL_NEWLINE, false);
        assertThat(text(files.write("b", packing(FileFormat.CSV), cells(), ListedRows.numbers(0))))
                .isEqualTo("N");
    }

    @Test
    void theEntryOfAZipIsNamedAsTheSettingSays() throws Exception {
        assertThat(entry()).isEqualTo("a.csv");
        settings.set(Setting.ZIP_ENTRY, "export-{fileId}");
        assertThat(entry()).isEqualTo("export-a");
    }

    @Test
    void nullReplacementIsACellLikeOthers() throws Exception {
        CellFormat cells = Cells.of(ZoneOffset.UTC, "none, \"really\"");
        ListedRows rows = ListedRows.of(List.of("A", "B.C"), new Object[] {null, "x"}, new Object[] {"", null});
        assertThat(text(files.write("a", packing(FileFormat.CSV), cells, rows)))
                .isEqualTo("A,B.C\n\"none, \"\"really\"\"\",x\n,\"none, \"\"really\"\"\"\n");
    }

    @Test
    void anApostropheGoesBeforeFormulas_onlyWhenItIsSwitchedOn() throws Exception {
        Object[] row = {"=1+1", "+1", "-1", "@x", ";x", "a=1", "'x", "", -1L};
        List<String> header = new ArrayList<>(List.of("A", "B", "C", "D", "E", "F", "G", "H", "I"));
        ResultFile plain = files.write("a", packing(FileFormat.CSV), cells(), ListedRows.of(header, row));
        assertThat(text(plain)).endsWith("=1+1,+1,-1,@x,;x,a=1,'x,,-1\n");
        CellFormat guarding = new CellFormat(ZoneOffset.UTC, CellFormat.DateTimes.WHOLE, "", true);
        ResultFile guarded = files.write("b", packing(FileFormat.CSV), guarding, ListedRows.of(header, row));
        assertThat(text(guarded)).endsWith("'=1+1,'+1,'-1,'@x,';x,a=1,'x,,-1\n");
    }

    @Test
    void aFileIsLeftForTheNextEmulator_andWhatNobodyKnowsIsNot() throws Exception {
        ResultFile file = files.write("a", packing(FileFormat.CSV), cells(), ListedRows.numbers(1));
        files.write("b", packing(FileFormat.CSV), cells(), ListedRows.numbers(1));
        files.removeAllBut(Set.of("a"));
        assertThat(files.left("a", FileFormat.CSV, 1)).contains(file);
        assertThat(files.left("b", FileFormat.CSV, 1)).isEmpty();
    }

    private String entry() throws Exception {
        ResultFile file = files.write("a", packing(FileFormat.ZIP), cells(), ListedRows.numbers(1));
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file.path()))) {
            return zip.getNextEntry().getName();
        }
    }

    private Packing packing(FileFormat format) throws IOException {
        return Packing.of(format, false, settings);
    }

    private static CellFormat cells() {
        return Cells.of(ZoneOffset.UTC, "");
    }

    private static String text(ResultFile file) throws IOException {
        return switch (file.format()) {
            case CSV -> Files.readString(file.path());
            case GZIP -> {
                try (GZIPInputStream gzip = new GZIPInputStream(Files.newInputStream(file.path()))) {
                    yield new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            case ZIP -> {
                try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file.path()))) {
                    zip.getNextEntry();
                    yield new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        };
    }
}
