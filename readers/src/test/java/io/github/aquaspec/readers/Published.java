package io.github.aquaspec.readers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The snapshots that this build has published, and what must be found in them. */
final class Published {

    final Snapshot accounts = published("accounts");
    final Snapshot compressed = published("compressed");
    final Snapshot segments = published("segments");
    final Snapshot handMade = published("hand-made");
    final Snapshot withNulls = published("hand-made-null");

    private final Map<String, HandMade> byHand =
            HandMade.all().stream().collect(Collectors.toMap(HandMade::name, Function.identity()));

    Published() throws IOException {}

    List<Snapshot> all() {
        return List.of(accounts, compressed, segments, handMade, withNulls);
    }

    /** What a table must hold: known beforehand, or as a reader that keeps to RFC 4180 finds it. */
    Found expected(Snapshot.Table table) throws IOException {
        HandMade known = byHand.get(table.name());
        return known == null ? new FastCsv().read(table) : known.expected(table.nullText());
    }

    private static Snapshot published(String id) throws IOException {
        return Snapshot.of(Path.of("target", "aqua", id).toAbsolutePath());
    }
}
