package io.github.aquaspec.run.release;

import io.github.aquaspec.run.failure.LocalCode;
import io.github.aquaspec.run.failure.LocalTrouble;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.plan.SnapshotPlace;
import io.github.aquaspec.snapshot.DataPackage;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.Finding;
import io.github.aquaspec.snapshot.LeftoverException;
import io.github.aquaspec.snapshot.SnapshotCheck;
import io.github.aquaspec.snapshot.StoredFile;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.verify.CorruptFileException;
import io.github.aquaspec.verify.Limits;
import io.github.aquaspec.verify.Recount;
import io.github.aquaspec.verify.VerifiedFile;
import io.github.aquaspec.verify.VerifiedSegment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks a published snapshot from its bytes alone: nothing that the writer counted is believed.
 *
 * @param directory the snapshot
 * @param records how many records its files hold; absent when there is no snapshot, or it is not whole
 * @param diagnostics what is wrong with it
 */
public record SnapshotAudit(Path directory, OptionalLong records, List<Diagnostic> diagnostics) {

    /**
     * Checks the snapshots of a manifest: the one that is replaced, or all that stand beside each other.
     *
     * @param expected the snapshots that must be there
     * @return one for each that is there or expected, by name; none where nothing is, nor must be
     */
    public static List<SnapshotAudit> of(Manifest manifest, SnapshotPlace place, Collection<Path> expected) {
        return of(manifest, place, expected, Disk.local());
    }

    /** The same on another disk. */
    public static List<SnapshotAudit> of(Manifest manifest, SnapshotPlace place, Collection<Path> expected, Disk disk) {
        Set<Path> places = new TreeSet<>();
        expected.stream().filter(path -> path.startsWith(place.folder())).forEach(places::add);
        try {
            places.addAll(place.published(disk));
        } catch (IOException e) {
            return List.of(unreadable(place.folder(), e));
        }
        return places.stream()
                .map(path -> of(new SnapshotRepair(manifest, place, path), disk))
                .toList();
    }

    /** Checks one snapshot. */
    static SnapshotAudit of(SnapshotRepair repair, Disk disk) {
        ManifestId id = repair.manifest().id();
        Path directory = repair.directory();
        try {
            if (disk.kind(directory) == Disk.Kind.ABSENT) {
                return new SnapshotAudit(directory, OptionalLong.empty(), List.of(absent(id, directory)));
            }
            SnapshotCheck.Result result = new SnapshotCheck(disk, SnapshotAudit::recount).check(directory);
            OptionalLong records = result.isComplete()
                    ? result.descriptor().stream()
                            .mapToLong(SnapshotAudit::records)
                            .reduce(Long::sum)
                    : OptionalLong.empty();
            return new SnapshotAudit(
                    directory,
                    records,
                    firstOfEachFile(result.findings()).stream()
                            .map(f -> notWhole(id, f, repair.fix(result)))
                            .toList());
        } catch (IOException e) {
            return unreadable(directory, e);
        }
    }

    /** What is wrong with a file by its sum is wrong by the descriptor as well; once is enough. */
    private static Collection<Finding> firstOfEachFile(List<Finding> findings) {
        Map<String, Finding> first = new LinkedHashMap<>();
        findings.forEach(finding -> first.putIfAbsent(finding.name(), finding));
        return first.values();
    }

    /** Of a snapshot that cannot be looked at. */
    static SnapshotAudit unreadable(Path directory, IOException e) {
        Diagnostic told = e instanceof LeftoverException left
                ? LocalTrouble.leftover(left)
                : Diagnostic.of(LocalCode.CANNOT_READ, "cannot check " + directory + ": " + e.getMessage())
                        .fix("give this user read access there");
        return new SnapshotAudit(directory, OptionalLong.empty(), List.of(told));
    }

    private static SnapshotCheck.Count recount(Path file) throws IOException {
        try {
            VerifiedFile counted = new Recount(Limits.STORED).count(file);
            VerifiedSegment stored = counted.segments().get(0);
            return new SnapshotCheck.Counted(
                    new StoredFile(file.getFileName().toString(), stored.servedBytes(), stored.servedSha256()),
                    counted.header(),
                    new DataPackage.Content(counted.bytes(), counted.sha256(), counted.records()));
        } catch (CorruptFileException e) {
            return new SnapshotCheck.NotSound(e.getMessage());
        }
    }

    private static long records(DataPackage descriptor) {
        return descriptor.resources().stream()
                .mapToLong(r -> r.content().records())
                .sum();
    }

    private static Diagnostic absent(ManifestId id, Path directory) {
        return Diagnostic.of(TransferCode.NOT_PUBLISHED, "there is no snapshot of " + id + " in " + directory)
                .fix("look for what went wrong in aqua:run above");
    }

    private static Diagnostic notWhole(ManifestId id, Finding finding, String fix) {
        return Diagnostic.of(TransferCode.NOT_WHOLE, "the snapshot of " + id + " is not whole: " + finding.sentence())
                .fix(fix);
    }
}
