package io.github.aquaspec.emulator.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.data.Records;
import io.github.aquaspec.emulator.data.SampleData;
import io.github.aquaspec.emulator.data.SmallCatalogue;
import io.github.aquaspec.emulator.data.Store;
import io.github.aquaspec.emulator.query.Bounds;
import io.github.aquaspec.emulator.query.DeletedRecords;
import io.github.aquaspec.emulator.query.QueryCompiler;
import io.github.aquaspec.emulator.query.QueryText;
import io.github.aquaspec.emulator.query.Statement;
import io.github.aquaspec.emulator.setting.Settings;
import io.github.aquaspec.spec.zoql.Dialect;
import java.sql.Connection;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultRowsTest {

    private final Store store = SmallCatalogue.open(ZoneOffset.UTC);

    @BeforeEach
    void insert() {
        Records records = new Records(store, new SampleData(store, 1, 1));
        records.put("City", "b", Map.of("Name", "Berlin"));
        records.put("City", "x", Map.of("Name", "Atlantis"));
        records.delete("City", "x");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({"NUMERIC, 0, 1", "BOOLEAN, false, true"})
    void theFirstColumnMarksDeletedRecords(DeletedColumn.Format format, String lives, String gone) throws Exception {
        Optional<ResultRows.Mark> mark = Optional.of(new ResultRows.Mark("City.Gone", format));
        assertThat(rows(DeletedRecords.MATCHING, mark))
                .containsExactly(
                        List.of("City.Gone", "City.Id", "City.Name"),
                        List.of(lives, "b", "Berlin"),
                        List.of(gone, "x", "Atlantis"));
        assertThat(rows(DeletedRecords.LEFT_OUT, mark))
                .containsExactly(List.of("City.Gone", "City.Id", "City.Name"), List.of(lives, "b", "Berlin"));
    }

    @Test
    void whoAsksForNoMarkGetsNone() throws Exception {
        assertThat(rows(DeletedRecords.LEFT_OUT, Optional.empty()))
                .containsExactly(List.of("City.Id", "City.Name"), List.of("b", "Berlin"));
    }

    private List<List<?>> rows(DeletedRecords deleted, Optional<ResultRows.Mark> mark) throws Exception {
        Bounds bounds = new Bounds(store.clock().moment(), Optional.empty(), Optional.empty(), deleted);
        Statement statement = new QueryCompiler(store.catalogue(), ZoneOffset.UTC, new Settings(Map.of()))
                .compile(new QueryText("select Id, Name from City order by Id", Dialect.EXPORT_ZOQL, "145.0"), bounds);
        List<List<?>> all = new ArrayList<>();
        try (Connection snapshot = store.look(List.of()).connection();
                ResultRows rows = new ResultRows(snapshot, statement, true, true, mark)) {
            all.add(rows.header());
            for (List<Object> row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        return all;
    }
}
