package io.github.aquaspec.report;

import io.github.aquaspec.spec.ManifestSchema;
import io.github.aquaspec.spec.zoql.DataSource;
import io.github.aquaspec.spec.zoql.DataSource.DeletedRows;
import io.github.aquaspec.spec.zoql.ObjectCatalogue;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text of a manifest to begin with: what Zuora recommends, each line with its reason, and what else there is as
 * comments. Only an object that is known to have {@code UpdatedDate} is asked for its changes.
 */
public final class StarterManifest {

    private static final int LONGEST_NAME = 32;

    private static final Set<String> DATED = Set.of(
            "Account",
            "AccountingCode",
            "AccountingPeriod",
            "Amendment",
            "Contact",
            "Invoice",
            "InvoiceItem",
            "InvoicePayment",
            "Payment",
            "PaymentMethod",
            "ProcessedUsage",
            "Product",
            "ProductRatePlan",
            "ProductRatePlanCharge",
            "ProductRatePlanChargeTier",
            "RatePlan",
            "RatePlanCharge",
            "RatePlanChargeTier",
            "Refund",
            "Subscription",
            "Usage");

    private static final String HEAD = """
            # mvn aqua:validate checks this file, mvn aqua:plan shows what would be sent, and mvn aqua:run runs it:
            # against your tenant, or with -Daqua.environment=emulator against a server on this machine.

            """;

    private static final String JOB = """
            version: "1.0" # stateless: no other job can take changes away from this one
            useQueryLabels: true # the header has API names, not the labels of the user interface
            dateTimeUtc: true # times are in UTC, not in the zone of whoever asks
            """;

    private static final String WINDOW = """

            # Each run asks for what changed since the last one that was published, and up to two hours before now: by
            # then, late transactions are visible.
            window:
              initial: "2020-01-01T00:00:00Z" # where the first run begins
              lag: PT2H

            # Snapshots stand side by side, each in a folder that is named by the end of its window.
            output: {layout: dated}
            """;

    private static final String NO_WINDOW = """

            # Every run asks for everything. Where the object has a field UpdatedDate, ask for changes only:
            # window: {initial: "2020-01-01T00:00:00Z", lag: PT2H}
            # output: {layout: dated}
            # and in the query: where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
            """;

    private static final String OTHERS = """

            # A value that the build may set, -Daqua.param.currency=EUR; a query reads it as ${param.currency}:
            # params: {currency: {type: text, default: USD}}

            # A warning that you accept, with the reason, which the ledger shows:
            # suppress: [{code: AQ415, reason: an object of our tenant}]

            """;

    private static final String QUERY = """
            queries: # at most 50; Zuora runs them in one read transaction, so their files fit each other
              - name: %1$s # the data file is %1$s.csv, unless `file` says otherwise
                type: zoqlexport
                apiVersion: "145.0"
                query: >-
                  select %2$s
                  from %1$s%3$s
                # What comes must be what you expect; else the run fails, and the snapshot before stays as it was.
                expect:
                  columns: [%4$s] # as in the header
                  # records: {min: 1, max: 1000000}
            """;

    private static final String WITHIN = "\n      where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}";

    private static final String DELETED = """
                # Deleted records come too, and a column says which they are; `columns` then names it too:
                # deleted: {column: IsDeleted, format: Boolean, forceExport: true}
            """;

    private StarterManifest() {}

    /** The objects that are known to have {@code UpdatedDate}. */
    static Set<String> dated() {
        return new TreeSet<>(DATED);
    }

    /**
     * A manifest that asks for an object, spelled as Zuora spells it where it is known.
     *
     * @param withSchema whether {@link ManifestSchema#FILE} stands beside it
     */
    public static String of(String object, boolean withSchema) {
        boolean dated = DATED.contains(object);
        return (withSchema ? "# yaml-language-server: $schema=" + ManifestSchema.FILE + "\n" : "")
                + HEAD
                + (object.length() <= LONGEST_NAME ? "name: " + object + "\n" : "")
                + JOB
                + (dated ? WINDOW : NO_WINDOW)
                + OTHERS
                + QUERY.formatted(
                        object,
                        dated ? "Id, CreatedDate, UpdatedDate" : "Id",
                        dated ? WITHIN : "",
                        dated ? columns(object, "Id", "CreatedDate", "UpdatedDate") : columns(object, "Id"))
                + (keepsDeleted(object) ? DELETED : "");
    }

    private static String columns(String object, String... fields) {
        return object + "." + String.join(", " + object + ".", fields);
    }

    private static boolean keepsDeleted(String object) {
        return ObjectCatalogue.zuora()
                .find(object)
                .map(DataSource::deletedRows)
                .filter(rows -> rows != DeletedRows.EXPORTED)
                .isEmpty();
    }
}
