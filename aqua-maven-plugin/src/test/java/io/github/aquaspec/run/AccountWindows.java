package io.github.aquaspec.run;

import io.github.aquaspec.emulator.data.StoredRecord;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.run.plan.WindowPlan;
import io.github.aquaspec.run.state.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One manifest that takes the accounts of a tenant window by window, and when the tenant says each was changed. */
final class AccountWindows {

    /** Where the first window begins: before any account. */
    static final Instant INITIAL = Instant.parse("2000-01-01T00:00:00Z");

    private static final Duration LAG = Duration.ofHours(2);

    private final EmulatedTenant tenant;
    private final Path output;
    private final Path states;
    private final Map<String, Instant> changed;

    AccountWindows(EmulatedTenant tenant, Path folder) throws IOException {
        this.tenant = tenant;
        this.output = Files.createDirectories(folder.resolve("out"));
        this.states = folder.resolve("states");
        this.changed = tenant.emulator().records().find("Account", Map.of(), 10_000).stream()
                .filter(account -> account.deletedAt().isEmpty())
                .map(StoredRecord::fields)
                .collect(Collectors.toMap(
                        fields -> fields.get("Id").toString(),
                        fields -> Instant.parse(fields.get("UpdatedDate").toString())));
    }

    /** The manifest, with more said about its window. */
    static String manifest(String window) {
        return """
                name: windows
                useQueryLabels: true
                dateTimeUtc: true
                window: {initial: "2000-01-01T00:00:00Z"%s}
                output: {layout: dated}
                queries:
                  - name: Account
                    apiVersion: "145.0"
                    query: >-
                      select Id, UpdatedDate from Account
                      where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
                """.formatted(window);
    }

    Rig rig() {
        return rig(manifest(""));
    }

    Rig rig(String manifest) {
        return new Rig(tenant.emulator(), tenant.time(), output)
                .remembering(states)
                .manifest("a", manifest);
    }

    /** A build whose window ends here. */
    Rig upTo(Instant to) {
        return rig().windows(asOf(endingAt(to)));
    }

    static WindowChoice asOf(Instant now) {
        return new WindowChoice(Optional.of(now), Optional.empty());
    }

    /** When it must be, for a window to end here. */
    static Instant endingAt(Instant to) {
        return to.plus(LAG);
    }

    /** The second in which the account in the middle was changed. */
    Instant middle() {
        List<Instant> instants = changed.values().stream().sorted().toList();
        return instants.get(instants.size() / 2).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The second behind the last change. */
    Instant end() {
        return changed.values().stream()
                .max(Instant::compareTo)
                .orElseThrow()
                .truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(1);
    }

    /** The accounts that were changed within a window. */
    List<String> ids(Instant from, Instant to) {
        return changed.entrySet().stream()
                .filter(e -> !e.getValue().isBefore(from) && e.getValue().isBefore(to))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The accounts in a snapshot, and when they were changed by what it says. */
    static Map<String, Instant> rows(JobOutcome.Published run) throws IOException {
        Map<String, Instant> rows = new TreeMap<>();
        List<String> lines = Files.readAllLines(run.directory().resolve("Account.csv"));
        for (String line : lines.stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            rows.put(
                    cells[0],
                    OffsetDateTime.parse(cells[1].replaceAll("\\+0000$", "Z")).toInstant());
        }
        return rows;
    }

    /** The window that a run was planned with. */
    static WindowPlan window(Rig rig) {
        RunEvent.Started started = (RunEvent.Started) rig.events().get(0);
        return started.plan().window().orElseThrow();
    }

    /** Where the snapshots are, each in a folder that is named after the end of its window. */
    Path snapshots() {
        return output.resolve("a");
    }

    Path snapshotUpTo(Instant to) {
        return snapshots().resolve(to.toString().replaceAll("[-:]", ""));
    }

    StateDirectory state() {
        return StateDirectory.of(states, Rig.EMULATOR, "a");
    }
}
