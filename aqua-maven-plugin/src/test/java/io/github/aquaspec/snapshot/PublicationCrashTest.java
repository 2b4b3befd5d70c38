package io.github.aquaspec.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.snapshot.FaultyDisk.Death;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills or fails a publication at each change it makes to the disk, and its recovery at each change of that. */
class PublicationCrashTest {

    private static final Disk LOCAL = Disk.local();

    @TempDir
    private Path folder;

    private int runs;

    @Test
    void keepsTheOldOrTheNewComplete_whereverTheProcessDies() throws Exception {
        int cases = 0;
        for (boolean replaces : List.of(true, false)) {
            int changes = changesOfARun(replaces);
            for (FaultyDisk.Fault death : List.of(FaultyDisk.Fault.DIES_BEFORE, FaultyDisk.Fault.DIES_AFTER)) {
                for (int at = 1; at <= changes; at++) {
                    Path target = prepared(replaces);
                    assertThat(dies(new FaultyDisk(death, at), disk -> publishNew(disk, target)))
                            .isTrue();
                    assertIntact(target, replaces);
                    recover(target, replaces);
                    cases++;
                }
            }
        }
        assertThat(cases).isGreaterThan(60);
    }

    @Test
    void keepsTheOldOrTheNewComplete_whereverTheRecoveryDies() throws Exception {
        int cases = 0;
        for (boolean replaces : List.of(true, false)) {
            int changes = changesOfARun(replaces);
            for (int at = 1; at <= changes; at++) {
                for (int again = 1; ; again++) {
                    Path target = prepared(replaces);
                    dies(new FaultyDisk(FaultyDisk.Fault.DIES_AFTER, at), disk -> publishNew(disk, target));
                    FaultyDisk second = new FaultyDisk(
                            again % 2 == 0 ? FaultyDisk.Fault.DIES_AFTER : FaultyDisk.Fault.DIES_BEFORE,
                            (again + 1) / 2);
                    boolean died = dies(second, disk -> new Publication(disk).finish(target));
                    assertIntact(target, replaces);
                    recover(target, replaces);
                    cases++;
                    if (!died) {
                        break;
                    }
                }
            }
        }
        assertThat(cases).isGreaterThan(60);
    }

    @Test
    void keepsTheOldOrTheNewComplete_whateverCallFails() throws Exception {
        for (boolean replaces : List.of(true, false)) {
            int changes = changesOfARun(replaces);
            for (int at = 1; at <= changes; at++) {
                Path target = prepared(replaces);
                FaultyDisk disk = new FaultyDisk(FaultyDisk.Fault.FAILS, at);
                boolean failed = false;
                try {
                    publishNew(disk, target);
                } catch (IOException e) {
                    failed = true;
                }
                assertThat(failed).as("call %d is not swallowed", at).isTrue();
                assertIntact(target, replaces);
                recover(target, replaces);
            }
        }
    }

    @Test
    void noticesADiskThatLosesTheOldSnapshot() throws Exception {
        Path target = prepared(true);
        Trees.delete(LOCAL, target);
        assertThat(intact(target, true)).as("the invariant can fail").isFalse();
    }

    private int changesOfARun(boolean replaces) throws IOException {
        FaultyDisk counting = FaultyDisk.counting();
        publishNew(counting, prepared(replaces));
        return counting.changes();
    }

    private Path prepared(boolean replaces) throws IOException {
        Path target = folder.resolve("run" + runs++).resolve("aqua").resolve("crm nightly");
        if (replaces) {
            try (StagingDirectory staging = Snapshots.staged(LOCAL, target, "old")) {
                new Publication(LOCAL).publish(staging);
            }
        } else {
            Files.createDirectories(target.getParent());
        }
        return target;
    }

    private static void publishNew(Disk disk, Path target) throws IOException {
        try (StagingDirectory staging = Snapshots.staged(disk, target, "new", "newer")) {
            new Publication(disk).publish(staging);
        }
    }

    private interface Run {
        void on(Disk disk) throws IOException;
    }

    private static boolean dies(FaultyDisk disk, Run run) throws IOException {
        try {
            run.on(disk);
            return false;
        } catch (Death e) {
            return true;
        }
    }

    private static void assertIntact(Path target, boolean replaces) throws IOException {
        assertThat(intact(target, replaces))
                .as("%s after the fault", names(target))
                .isTrue();
    }

    private static boolean intact(Path target, boolean replaces) throws IOException {
        Path old = SnapshotPaths.of(target).old();
        if (Files.exists(target)) {
            return complete(target).isPresent();
        }
        return replaces ? complete(old).equals(Optional.of("old")) : !Files.exists(old);
    }

    /** What the next goals do: finish, sweep, publish. */
    private static void recover(Path target, boolean replaces) throws IOException {
        new Publication(LOCAL).finish(target);
        StagingDirectory.sweep(LOCAL, target, Optional.empty());
        Optional<String> published = Files.exists(target) ? complete(target) : Optional.empty();
        assertThat(published).isIn(Optional.of("new"), replaces ? Optional.of("old") : Optional.empty());
        assertThat(names(target)).isEqualTo(published.isPresent() ? List.of("crm nightly") : List.of());
        FaultyDisk counting = FaultyDisk.counting();
        new Publication(counting).finish(target);
        assertThat(counting.changes()).as("nothing is left to finish").isZero();
        publishNew(LOCAL, target);
        assertThat(complete(target)).contains("new");
        assertThat(names(target)).containsExactly("crm nightly");
    }

    /** Which snapshot is complete there: its first value. */
    private static Optional<String> complete(Path directory) throws IOException {
        if (LOCAL.kind(directory) != Disk.Kind.DIRECTORY
                || !new SumsCheck(LOCAL).check(directory).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Files.readAllLines(directory.resolve("Account Ueberblick.csv")).get(1));
    }

    private static List<String> names(Path target) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path path : LOCAL.list(target.getParent())) {
            names.add(path.getFileName().toString());
        }
        return names;
    }
}
