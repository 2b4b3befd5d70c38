package io.github.aquaspec.emulator.data;

import java.sql.SQLException;

/** Breaks stores: nobody can look at a record any more. */
public final class BrokenStore {

    private BrokenStore() {}

    public static void breaks(Store store) {
        store.fillBy(object -> {
            throw new StoreFailure("no room for the records", new SQLException("disk full"));
        });
    }
}
