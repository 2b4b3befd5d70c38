package io.github.aquaspec.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings that name cells of the data lose them on the way to the page; all others are told in full. */
class FindingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "AQ703 | Error pages come too. File f begins with: 4711,CELL | Error pages come too. File f",
                "AQ704 | the result of query \"a\" is damaged: the header of this segment is CELL,x, the first segment's a,b"
                        + " | the result of query \"a\" is damaged:",
                "AQ729 | the column Account.Deleted of query \"a\" holds \"CELL\" and more, not only 0 and 1"
                        + " | the column Account.Deleted of query \"a\"",
                "AQ734 | 1 records of query \"a\" have nothing in Account.Name: record 2 (byte 29, Id CELL)"
                        + " | 1 records of query \"a\" have nothing in Account.Name",
                "AQ735 | 1 records of query \"a\" repeat a value of Account.Id: CELL in record 1 (byte 24) and record 3"
                        + " | 1 records of query \"a\" repeat a value of Account.Id",
                "AQ736 | 3 records of query \"a\" lie outside the window, the first is record 1 (byte 9, Id CELL)"
                        + " | 3 records of query \"a\" lie outside the window"
            })
    void namesNoCell(String code, String message, String told) {
        assertThat(Finding.withoutCells(Optional.of(code), message))
                .isEqualTo(told + " … (values of the data stand in the receipt)")
                .doesNotContain("CELL");
    }

    @Test
    void tellsAllOthersInFull() {
        assertThat(Finding.withoutCells(Optional.of("AQ704"), "the file is cut: its last line is open"))
                .isEqualTo("the file is cut: its last line is open");
        assertThat(Finding.withoutCells(Optional.of("AQ601"), "Zuora says no: syntax"))
                .isEqualTo("Zuora says no: syntax");
        assertThat(Finding.withoutCells(Optional.empty(), "a: b")).isEqualTo("a: b");
    }

    @Test
    void namesNoCellInItsReasonEither() throws Exception {
        Member json = new Member(new ObjectMapper().readTree("""
                {"code": "AQ703", "severity": "error", "message": "the result of query \\"a\\" is not data",
                 "why": "Error pages come with HTTP 200 too. File f begins with: CELL"}
                """));

        assertThat(Finding.of(json).toString())
                .contains("Error pages come with HTTP 200 too. File f …")
                .doesNotContain("CELL");
    }

    @Test
    void namesNoCellInAMomentOrACheckEither() throws Exception {
        Member json = new Member(new ObjectMapper().readTree("""
                {"check": "integrity", "result": "failed", "code": "AQ704",
                 "found": "the header of this segment is CELL,x, the first segment's a,b",
                 "timeline": [{"at": "2026-11-27T04:30:00Z", "what": "again", "code": "AQ735",
                               "message": "2 records of query a repeat a value of A.Id: CELL in record 1"}]}
                """));

        assertThat(Check.of(json).toString()).contains("AQ704").doesNotContain("CELL");
        assertThat(Moment.all(json).toString())
                .contains("repeat a value of A.Id …")
                .doesNotContain("CELL");
    }
}
