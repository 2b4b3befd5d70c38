package io.github.aquaspec.emulator.data;

import java.sql.SQLException;
import java.util.function.Consumer;

/** How else a store can be filled than with sample records. */
public final class Fillings {

    private Fillings() {}

    /** Nobody can look at a record any more. */
    public static void fail(Store store) {
        store.fillBy(object -> {
            throw new StoreFailure("no room for the records", new SQLException("disk full"));
        });
    }

    /** The listener is told which object is looked at. */
    public static void tell(Store store, Consumer<String> listener) {
        store.fillBy(object -> listener.accept(object.name()));
    }
}
