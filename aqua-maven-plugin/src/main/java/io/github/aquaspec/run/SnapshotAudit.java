package io.github.aquaspec.run;

import io.github.aquaspec.snapshot.DataPackage;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.Finding;
import io.github.aquaspec.snapshot.Publication;
import io.github.aquaspec.snapshot.SnapshotCheck;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.verify.CorruptFileException;
import io.github.aquaspec.verify.Limits;
import io.github.aquaspec.verify.Recount;
import io.github.aquaspec.verify.VerifiedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * Checks a published snapshot from its bytes alone: nothing that the writer counted is believed.
 *
 * @param directory the snapshot
 * @param records how many records its files hold; absent when there is no snapshot, or it is not whole
 * @param diagnostics what is wrong with it
 */
public record SnapshotAudit(Path directory, OptionalLong records, List<Diagnostic> diagnostics) {

    /**
     * Checks the snapshot of a plan.
     *
     * @param expected whether it must be there; otherwise nothing there is fine
     */
    public static SnapshotAudit of(JobPlan plan, boolean expected) {
        Path directory = plan.output();
        Disk disk = Disk.local();
        try {
            new Publication(disk).finish(directory);
            if (disk.kind(directory) == Disk.Kind.ABSENT) {
                return new SnapshotAudit(directory, OptionalLong.empty(), expected ? List.of(absent(plan)) : List.of());
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
                    result.findings().stream().map(f -> notWhole(plan, f)).toList());
        } catch (IOException e) {
            return new SnapshotAudit(
                    directory,
                    OptionalLong.empty(),
                    List.of(Diagnostic.of(LocalCode.CANNOT_READ, "cannot check " + directory + ": " + e.getMessage())
                            .fix("give this user read access there")));
        }
    }

    private static SnapshotCheck.Count recount(Path file) throws IOException {
        try {
            VerifiedFile counted = new Recount(Limits.DEFAULT).count(file);
            return new SnapshotCheck.Counted(
                    counted.header(), new DataPackage.Content(counted.bytes(), counted.sha256(), counted.records()));
        } catch (CorruptFileException e) {
            return new SnapshotCheck.NotSound(e.getMessage());
        }
    }

    private static long records(DataPackage descriptor) {
        return descriptor.resources().stream()
                .mapToLong(r -> r.content().records())
                .sum();
    }

    private static Diagnostic absent(JobPlan plan) {
        return Diagnostic.of(
                        TransferCode.NOT_PUBLISHED, "there is no snapshot of " + plan.id() + " in " + plan.output())
                .fix("look for what went wrong in aqua:run above");
    }

    private static Diagnostic notWhole(JobPlan plan, Finding finding) {
        return Diagnostic.of(
                        TransferCode.NOT_WHOLE, "the snapshot of " + plan.id() + " is not whole: " + finding.sentence())
                .fix("run aqua:run again; somebody changed " + plan.output() + " after it was published");
    }
}
