package io.github.aquaspec.emulator.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvWriterTest {

    private final CellFormat cells = Cells.of(ZoneOffset.UTC, "\\N");

    @Test
    void quotesStandRoundCellsThatNeedThem_andAreDoubledInside() throws IOException {
        assertThat(row("plain", "a,b", "a\"b", "a\nb", "a\rb", "", " ", "=1", "'"))
                .isEqualTo("plain,\"a,b\",\"a\"\"b\",\"a\nb\",\"a\rb\",, ,=1,'\n");
    }

    @Test
    void oneEmptyCellIsAnEmptyLine() throws IOException {
        assertThat(row("")).isEqualTo("\n");
    }

    @ParameterizedTest
    @CsvSource({"0.00,0", "10.00,10", "77.860,77.86", "-11095,-11095", "1E+3,1000", "0.000000001,0.000000001", "100,100"
    })
    void numbersAreBare(String number, String text) {
        assertThat(cells.text(new BigDecimal(number))).isEqualTo(text);
    }

    @Test
    void otherValuesHaveOneForm() {
        OffsetDateTime noon = OffsetDateTime.parse("2026-07-01T12:00:00Z");
        assertThat(cells.text(null)).isEqualTo("\\N");
        assertThat(cells.text("")).isEmpty();
        assertThat(cells.text(true)).isEqualTo("true");
        assertThat(cells.text(5L)).isEqualTo("5");
        assertThat(cells.text(LocalDate.of(2026, 7, 1))).isEqualTo("2026-07-01");
        assertThat(cells.text(noon)).isEqualTo("2026-07-01T12:00:00+0000");
        assertThat(Cells.of(ZoneId.of("Australia/Sydney"), "").text(noon)).isEqualTo("2026-07-01T22:00:00+1000");
        assertThat(Cells.of(ZoneId.of("Asia/Kolkata"), "").text(noon)).isEqualTo("2026-07-01T17:30:00+0530");
    }

    private static String row(String... values) throws IOException {
        StringWriter out = new StringWriter();
        CsvWriter csv = new CsvWriter(out, new CsvDialect("\n", true));
        csv.row(List.of(values));
        csv.end();
        return out.toString();
    }
}
