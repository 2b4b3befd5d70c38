package io.github.aquaspec.emulator.query;

import io.github.aquaspec.emulator.data.Store;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a job's bounds add to a query. They look at the base object alone: no change of a joined one brings a row in. */
final class Window {

    private static final String DELETED_AT = Scope.stored(Store.DELETED_AT);

    /** True for a deleted record. */
    static final String MARK = DELETED_AT + " IS NOT NULL";

    private final Scope scope;
    private final Bounds bounds;
    private final Settings settings;

    Window(Scope scope, Bounds bounds, Settings settings) {
        this.scope = scope;
        this.bounds = bounds;
        this.settings = settings;
    }

    /** Whether the rows tell if they are deleted. A row that stands for many records can't. */
    boolean marksDeleted() throws QueryRejected {
        if (bounds.deleted() == DeletedRecords.LEFT_OUT || !scope.groups()) {
            return bounds.deleted() != DeletedRecords.LEFT_OUT;
        }
        if (settings.get(Setting.DELETED_WITH_AGGREGATES).equals("refused")) {
            throw QueryRejected.syntax("Deleted records cannot be exported by a query with aggregates or GROUP BY");
        }
        return false;
    }

    /** At least one condition. */
    List<Sql> terms() throws QueryRejected {
        List<Sql> terms = new ArrayList<>();
        updated().ifPresent(column -> terms.addAll(within(column)));
        Sql lives = Sql.of(DELETED_AT + " IS NULL");
        terms.add(marksDeleted() ? Sql.joined(" OR ", List.of(lives, gone())).in("") : lives);
        return terms;
    }

    /** The column that tells when a record changed; without one, all records are read each time. */
    private Optional<String> updated() {
        if (scope.base().field("UpdatedDate").isPresent()) {
            return Optional.of(Scope.stored("UpdatedDate"));
        }
        return scope.base()
                .field("TransactionDate")
                .filter(f -> settings.get(Setting.TRANSACTION_DATE_WINDOWS))
                .map(f -> Scope.stored(f.name()));
    }

    /** Which deleted records are there. */
    private Sql gone() {
        if (bounds.deleted() == DeletedRecords.OF_WINDOW && bounds.from().isEmpty()) {
            return Sql.FALSE;
        }
        Duration kept = Duration.ofDays(settings.get(Setting.DELETED_DAYS));
        List<Sql> terms = new ArrayList<>(within(DELETED_AT));
        terms.add(Sql.of(DELETED_AT + " > ?", utc(bounds.now().minus(kept))));
        if (bounds.deleted() == DeletedRecords.OF_WINDOW
                && scope.base().field("CreatedDate").isPresent()) {
            bounds.from().ifPresent(from -> terms.add(Sql.of(Scope.stored("CreatedDate") + " < ?", utc(from))));
        }
        return Sql.joined(" AND ", terms).in("");
    }

    private List<Sql> within(String column) {
        List<Sql> terms = new ArrayList<>();
        bounds.from().ifPresent(from -> terms.add(Sql.of(column + " >= ?", utc(from))));
        bounds.to().ifPresent(to -> terms.add(Sql.of(column + " < ?", utc(to))));
        return terms;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
