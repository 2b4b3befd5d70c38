package io.github.aquaspec.emulator.data;

import java.io.StringReader;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/** A catalogue of few objects, small enough to insert every record by hand. */
public final class SmallCatalogue {

    private SmallCatalogue() {}

    /** An empty store of these objects, in memory and on the system's clock. */
    public static Store open(ZoneId zone) {
        return open(zone, Clock.systemUTC());
    }

    /** The same on another clock. */
    public static Store open(ZoneId zone, Clock clock) {
        return Store.open(read(), zone, clock, Optional.empty());
    }

    public static Catalogue read() {
        return CatalogueReader.read(new StringReader("""
                        object City "Town" rows 1
                          Id      id    "ID"
                          Name    text? "Name"
                          Founded date? "Founded"

                        object Account "Customer" rows 1
                          Id          id       "ID"
                          Name        text?    "Full Name"
                          Balance     decimal? "Balance"
                          Level       integer? "Level"
                          Active      boolean? "Active"
                          Born        date?    "Born"
                          UpdatedDate datetime? "Updated Date"
                          Hidden      text?    "Hidden"   @zoql
                          HomeId      ref? City "Home ID"
                          BossId      ref? Account "Boss ID"
                          join Home     "Home Town"  HomeId
                          join Boss     "Boss"       BossId
                          join BossHome "Boss Home"  BossId.HomeId

                        object Event "Event" rows 1
                          Id          id       "ID"
                          Size        integer  "Size"         number 1 9
                          CreatedDate datetime "Created Date" created
                          UpdatedDate datetime "Updated Date" updated
                          HomeId      ref City "Home ID"
                          join Home "Home Town" HomeId

                        object Log "Log" rows 1 forgets-deleted
                          Id              id       "ID"
                          TransactionDate datetime "Transaction Date" updated

                        object Silent "Silent" rows 1
                          Id id "ID" @zoql

                        object RatePlan "Rate Plan" rows 1
                          Id            id        "ID"
                          AmendmentType picklist? "Amendment Type"
                        """));
    }
}
