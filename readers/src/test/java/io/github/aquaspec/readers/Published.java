package io.github.aquaspec.readers;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import io.github.aquaspec.emulator.setting.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The snapshots that all readers read, and what they must find in those whose cells are known beforehand. */
final class Published {

    private static final String HEAD = """
            version: "1.0"
            useQueryLabels: true
            dateTimeUtc: true
            """;

    final Snapshot accounts;
    final Snapshot compressed;
    final Snapshot segments;
    final Snapshot handMade;
    final Snapshot withNulls;

    private final Map<String, HandMade> byHand = new LinkedHashMap<>();

    Published() throws Exception {
        Path folder = Files.createTempDirectory("readers");
        EmulatorConfig config =
                EmulatorConfig.defaults().with(Setting.SEGMENTATION, true).with(Setting.SEGMENT_RECORDS, 100);
        try (AquaEmulator emulator = AquaEmulator.start(config)) {
            Publishing publishing = new Publishing(emulator.url(), folder);
            String account = """
                    queries:
                      - name: Account
                        file: account
                        type: zoqlexport
                        apiVersion: "145.0"
                        query: select * from Account
                    """;
            String queries = account + """
                      - name: InvoiceItem
                        file: invoice-item
                        type: zoqlexport
                        apiVersion: "145.0"
                        query: select * from InvoiceItem
                    """;
            accounts = publishing.publish("accounts", HEAD + queries);
            compressed = publishing.publish(
                    "compressed", HEAD + "nullReplacement: \"NULL\"\noutput: {compression: gzip}\n" + queries);
            segments = publishing.publish("segments", """
                    version: "1.1"
                    partner: p
                    project: q
                    useQueryLabels: true
                    dateTimeUtc: true
                    output: {segments: keep}
                    """ + account);
        }
        try (CannedTenant tenant = new CannedTenant()) {
            StringBuilder queries = new StringBuilder("format: csv\nqueries:\n");
            for (HandMade table : List.of(
                    HandMade.nasty("\n", true),
                    HandMade.nasty("\r\n", true),
                    HandMade.nasty("\r\n", false),
                    HandMade.wide(),
                    HandMade.narrow(),
                    HandMade.empty())) {
                tenant.batch(table);
                byHand.put(table.name(), table);
                queries.append("  - {name: ")
                        .append(table.name())
                        .append(", type: zoqlexport, apiVersion: \"145.0\", query: \"")
                        .append(table.query())
                        .append("\"}\n");
            }
            Publishing publishing = new Publishing(tenant.url(), folder);
            handMade = publishing.publish("hand-made", HEAD + queries);
            withNulls = publishing.publish("hand-made-null", HEAD + "nullReplacement: \"NULL\"\n" + queries);
        }
    }

    List<Snapshot> all() {
        return List.of(accounts, compressed, segments, handMade, withNulls);
    }

    /** What a table must hold: known beforehand, or as a reader that keeps to RFC 4180 finds it. */
    Found expected(Snapshot.Table table) throws Exception {
        HandMade known = byHand.get(table.name());
        return known == null ? new FastCsv().read(table) : known.expected(table.nullText());
    }
}
