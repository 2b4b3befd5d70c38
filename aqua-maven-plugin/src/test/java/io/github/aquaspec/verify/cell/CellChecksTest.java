package io.github.aquaspec.verify.cell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.verify.cell.CellFinding.Empty;
import io.github.aquaspec.verify.cell.CellFinding.Missing;
import io.github.aquaspec.verify.cell.CellFinding.Outside;
import io.github.aquaspec.verify.cell.CellFinding.Repeat;
import io.github.aquaspec.verify.cell.CellFinding.Repeated;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CellChecksTest {

    private static final String HEADER = "Account.Id,Account.Name,Account.UpdatedDate\n";

    @Test
    void names_theRecordsWithoutAValue() throws IOException {
        List<CellFinding> found =
                check(notEmpty("Account.Name"), HEADER + "a1,x,\na2,,\na3,\"\",\na4,\"y\nz\",\na5,,\na6,,\n");

        assertThat(found)
                .containsExactly(new Empty(
                        "Account.Name",
                        4,
                        List.of(
                                new FoundRecord(0, 2, HEADER.length() + 6, "a2"),
                                new FoundRecord(0, 3, HEADER.length() + 11, "a3"),
                                new FoundRecord(0, 5, HEADER.length() + 28, "a5"))));
    }

    @Test
    void findsNothing_whereEachRecordHasAValue() throws IOException {
        assertThat(check(notEmpty("Account.Id"), HEADER + "a1,x,\n0,,\n null,,\n"))
                .isEmpty();
    }

    @Test
    void takesTheReplacementForNull_whereThereIsOne_andEmptyTextsForValues() throws IOException {
        CellRules rules =
                new CellRules(false, Set.of("Account.Name"), Set.of("Account.Name"), Optional.empty(), "NULL");

        assertThat(check(rules, HEADER + "a1,NULL,\na2,\"NULL\",\na3,NULLS,\na4,,\na5,,\n"))
                .extracting(finding -> finding instanceof Empty empty ? empty.count() : ((Repeated) finding).count())
                .containsExactly(2L, 1L);
    }

    @Test
    void names_bothRecordsOfAValueThatIsRepeated() throws IOException {
        assertThat(check(unique("Account.Id"), HEADER + "a1,x,\na2,x,\n\"a1\",y,\n"))
                .containsExactly(new Repeated(
                        "Account.Id",
                        1,
                        List.of(new Repeat(
                                "a1",
                                new FoundRecord(0, 1, HEADER.length(), ""),
                                new FoundRecord(0, 3, HEADER.length() + 12, "")))));
    }

    @Test
    void findsNoRepetition_inCellsWithoutAValue_orInOtherCase() throws IOException {
        assertThat(check(unique("Account.Name"), HEADER + "a1,,\na2,,\na3,x,\na4,X,\n"))
                .isEmpty();
    }

    @Test
    void tellsLongValuesApart_byAllOfTheirBytes() throws IOException {
        String longest = "x".repeat(10_000);
        String csv = HEADER + longest + ",,\n" + longest + "y,,\n" + longest + ",,\n" + "z".repeat(33) + ",,\n"
                + "z".repeat(33) + ",,\n" + "z".repeat(34) + ",,\n";

        assertThat(check(unique("Account.Id"), csv))
                .singleElement()
                .isInstanceOfSatisfying(Repeated.class, repeated -> {
                    assertThat(repeated.count()).isEqualTo(2);
                    assertThat(repeated.first())
                            .allSatisfy(repeat -> assertThat(repeat.value()).startsWith("a long text (SHA-256 "));
                });
    }

    @Test
    void findsAValue_thatStandsInTwoFiles() throws IOException {
        List<CellFinding> found = check(unique("Account.Id"), HEADER + "a1,,\n", HEADER + "a2,,\na1,,\n");

        assertThat(found)
                .containsExactly(new Repeated(
                        "Account.Id",
                        1,
                        List.of(new Repeat(
                                "a1",
                                new FoundRecord(0, 1, HEADER.length(), ""),
                                new FoundRecord(1, 2, HEADER.length() + 5, "")))));
    }

    @Test
    void says_thatAColumnIsMissing() throws IOException {
        CellRules rules = new CellRules(false, Set.of("Account.Nme"), Set.of("Id"), Optional.empty(), "");

        assertThat(check(rules, HEADER + "a1,,\n")).containsExactly(new Missing("Account.Nme"), new Missing("Id"));
    }

    @Test
    void names_recordsOutsideTheWindow_andNoneAtItsStart() throws IOException {
        CellRules rules = within("account.updateddate");
        String csv = HEADER + "a1,,2026-11-01T00:00:00+0000\na2,,2026-11-02T00:00:00+0000\n"
                + "a3,,2026-11-01T23:59:59Z\na4,,2026-11-01T01:00:00+02:00\n";

        assertThat(check(rules, csv)).singleElement().isInstanceOfSatisfying(Outside.class, outside -> {
            assertThat(outside.count()).isEqualTo(2);
            assertThat(outside.first()).extracting(FoundRecord::key).containsExactly("a2", "a4");
        });
    }

    @Test
    void saysNothing_ofWhatIsNoTimeWithAnOffset() throws IOException {
        String csv = HEADER + "a1,,\na2,,2020-01-01\na3,,2020-01-01T00:00:00\na4,,31/12/2020 with some more text\n";

        assertThat(check(within("Account.UpdatedDate"), csv)).isEmpty();
        assertThat(check(within("Account.CreatedDate"), HEADER + "a1,,2020-01-01T00:00:00Z\n"))
                .isEmpty();
    }

    @Test
    void countsEachRecord_ofAValueThatAllOfThemHold() throws IOException {
        String csv = "Status\n" + "Active\n".repeat(300_000);

        assertThat(check(unique("Status"), csv)).singleElement().isInstanceOfSatisfying(Repeated.class, repeated -> {
            assertThat(repeated.count()).isEqualTo(299_999);
            assertThat(repeated.first())
                    .extracting(repeat ->
                            repeat.earlier().number() + " " + repeat.later().number())
                    .containsExactly("1 2", "1 3", "1 4");
        });
    }

    /** More than fits into memory, with repetitions at known places, against a map. */
    @Test
    void findsEachRepetition_alsoOfValuesThatWereSpilled() throws IOException {
        Random random = new Random(20261127);
        Map<Integer, Integer> seen = new HashMap<>();
        StringBuilder csv = new StringBuilder("Id\n");
        List<Long> repeated = new ArrayList<>();
        for (int i = 0; i < 250_000; i++) {
            int key = random.nextInt(50_000_000);
            if (seen.merge(key, 1, Integer::sum) > 1) {
                repeated.add(i + 1L);
            }
            csv.append("8ad07674e7336d62434c00")
                    .append(String.format("%010d", key))
                    .append('\n');
        }
        List<MemorySpill> spills = new ArrayList<>();
        CellChecks cells = new CellChecks(unique("Id"), OutputStream.nullOutputStream(), column -> {
            spills.add(new MemorySpill());
            return spills.get(column);
        });
        cells.output().write(csv.toString().getBytes(UTF_8));
        cells.finish();

        Repeated found = (Repeated) CellChecks.findings(List.of(cells)).get(0);

        assertThat(spills.get(0).isEmpty()).isFalse();
        assertThat(repeated).hasSizeGreaterThan(100);
        assertThat(found.count()).isEqualTo(repeated.size());
        assertThat(found.first())
                .extracting(repeat -> repeat.later().number())
                .containsExactlyElementsOf(repeated.subList(0, 3));
        cells.close();
        assertThat(spills.get(0).isEmpty()).isTrue();
    }

    private static CellRules notEmpty(String column) {
        return new CellRules(false, Set.of(column), Set.of(), Optional.empty(), "");
    }

    private static CellRules unique(String column) {
        return new CellRules(false, Set.of(), Set.of(column), Optional.empty(), "");
    }

    private static CellRules within(String column) {
        TimeRange range =
                new TimeRange(column, Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-02T00:00:00Z"));
        return new CellRules(false, Set.of(), Set.of(), Optional.of(range), "");
    }

    private static List<CellFinding> check(CellRules rules, String... files) throws IOException {
        List<CellChecks> checks = new ArrayList<>();
        for (String csv : files) {
            CellChecks cells = new CellChecks(rules, OutputStream.nullOutputStream(), column -> new MemorySpill());
            cells.output().write(csv.getBytes(UTF_8));
            cells.finish();
            checks.add(cells);
        }
        return CellChecks.findings(checks);
    }
}
