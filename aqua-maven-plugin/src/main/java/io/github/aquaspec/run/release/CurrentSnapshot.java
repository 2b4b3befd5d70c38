package io.github.aquaspec.run.release;

import io.github.aquaspec.client.Environment;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.plan.IdempotencyKey;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.SnapshotPlace;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.run.state.WindowPublished;
import io.github.aquaspec.snapshot.DataPackage;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.PublishedDescriptor;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The one snapshot of a manifest that a release may hold: whole by its bytes, the answer to what the manifest asks now,
 * and what was published last. Of snapshots that stand side by side it is the newest.
 *
 * @param id of the manifest
 * @param directory where it stands
 * @param records how many records its files hold; absent where they cannot be counted
 * @param problems why it may not go into a release; empty where it may
 */
public record CurrentSnapshot(ManifestId id, Path directory, OptionalLong records, List<Diagnostic> problems) {

    static CurrentSnapshot of(Manifest manifest, JobPlan plan, ThisBuild build, Disk disk) {
        SnapshotPlace place = plan.output();
        List<Path> standing;
        try {
            standing = place.published(disk);
        } catch (IOException e) {
            return refused(
                    plan,
                    place.folder(),
                    SnapshotAudit.unreadable(place.folder(), e).diagnostics());
        }
        Optional<Diagnostic> unpublished = unpublished(plan, standing, build);
        if (unpublished.isPresent()) {
            return refused(plan, place.folder(), List.of(unpublished.get()));
        }
        Path newest = standing.get(standing.size() - 1);
        SnapshotAudit audit = SnapshotAudit.of(new SnapshotRepair(manifest, place, newest), disk);
        if (!audit.diagnostics().isEmpty()) {
            return refused(plan, newest, audit.diagnostics());
        }
        List<Diagnostic> outdated = outdated(plan, newest, disk).stream().toList();
        return new CurrentSnapshot(plan.id(), newest, audit.records(), outdated);
    }

    private static CurrentSnapshot refused(JobPlan plan, Path directory, List<Diagnostic> problems) {
        return new CurrentSnapshot(plan.id(), directory, OptionalLong.empty(), problems);
    }

    /** What goals of this build have done, or left undone, tells most. */
    private static Optional<Diagnostic> unpublished(JobPlan plan, List<Path> standing, ThisBuild build) {
        Path folder = plan.output().folder();
        List<Path> here = build.published().stream()
                .filter(path -> path.startsWith(folder))
                .toList();
        if (!standing.containsAll(here)) {
            return Optional.of(Diagnostic.of(
                            TransferCode.NOT_PUBLISHED, "there is no snapshot of " + plan.id() + " in " + here.get(0))
                    .fix("find out what has deleted it since aqua:run published it above"));
        }
        if (build.missed().containsKey(folder)) {
            return Optional.of(Diagnostic.of(
                            TransferCode.NOT_PUBLISHED,
                            "aqua:run of this build has published nothing of " + plan.id() + ": "
                                    + build.missed().get(folder))
                    .fix("mend that first; a release without it is one of -Daqua.select=…"));
        }
        if (standing.isEmpty()) {
            return Optional.of(
                    Diagnostic.of(TransferCode.NO_SNAPSHOT, "there is no snapshot of " + plan.id() + " in " + folder)
                            .fix("run aqua:run before, in the same build; or leave it out with -Daqua.select=…"));
        }
        Path newest = standing.get(standing.size() - 1);
        return here.isEmpty() || here.contains(newest)
                ? Optional.empty()
                : Optional.of(notTheLast(
                        plan,
                        newest,
                        "this build has published " + here.get(0).getFileName()
                                + ", and the newest that stands there is " + newest.getFileName()));
    }

    private static Optional<Diagnostic> outdated(JobPlan plan, Path directory, Disk disk) {
        try {
            DataPackage snapshot = PublishedDescriptor.read(disk, directory).orElseThrow();
            Optional<Diagnostic> otherwise =
                    ofAnother(plan, snapshot, directory).or(() -> AnswerCheck.of(plan, snapshot));
            if (otherwise.isPresent() || plan.state().isEmpty()) {
                return otherwise;
            }
            StateDirectory state = plan.state().get();
            Optional<Published> last = state.published();
            return last.isPresent() && !isLast(snapshot, last.get())
                    ? Optional.of(notTheLast(
                            plan,
                            directory,
                            "it is of job " + snapshot.job().id() + ", and published last was " + last.get()))
                    : sentOtherwise(plan, snapshot, state);
        } catch (StateException e) {
            return Optional.of(e.diagnostic());
        } catch (IOException e) {
            return Optional.of(
                    SnapshotAudit.unreadable(directory, e).diagnostics().get(0));
        }
    }

    /** Samples of the emulator go into no release of a build that does not name it; nor do records of another tenant. */
    private static Optional<Diagnostic> ofAnother(JobPlan plan, DataPackage snapshot, Path directory) {
        Optional<DataPackage.Target> from = snapshot.job().target();
        Optional<DataPackage.Target> ours = plan.target();
        boolean isSample = from.filter(target -> target.environment().equals(Environment.EMULATOR.word()))
                .isPresent();
        if (from.isEmpty() || from.equals(ours) || (ours.isEmpty() && !isSample)) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.of(
                        TransferCode.OF_ANOTHER_TARGET,
                        "the snapshot of " + plan.id() + " in " + directory + " is of " + words(from.get())
                                + ", and this build "
                                + ours.map(target -> "is of " + words(target)).orElse("names no environment"))
                .fix("run aqua:run before, in the same build; or name what it is of: " + options(from.get())));
    }

    private static String options(DataPackage.Target target) {
        String where = Environment.named(target.environment()).isPresent()
                ? "-Daqua.environment=" + target.environment()
                : "-Daqua.endpoint=… of " + target.environment();
        return where
                + target.entityId().map(id -> " -Daqua.entityId=" + id).orElse("")
                + target.orgIds().map(ids -> " -Daqua.orgIds=" + ids).orElse("");
    }

    private static String words(DataPackage.Target target) {
        return target.environment()
                + target.entityId().map(id -> ", entity " + id).orElse("")
                + target.orgIds().map(ids -> ", orgs " + ids).orElse("");
    }

    /** A window that was extracted again is of another job, and holds the same. */
    private static boolean isLast(DataPackage snapshot, Published last) {
        boolean sameWindow = last instanceof WindowPublished window
                && snapshot.job()
                        .window()
                        .filter(new DataPackage.Window(window.from(), window.to())::equals)
                        .isPresent();
        return sameWindow || last.jobId().equals(snapshot.job().id());
    }

    /** Where this machine ran the job, it knows the request to the byte, and what no descriptor says. */
    private static Optional<Diagnostic> sentOtherwise(JobPlan plan, DataPackage snapshot, StateDirectory state)
            throws StateException {
        Optional<JournalledRun> run = state.journal()
                .run()
                .filter(r -> r.jobId().filter(snapshot.job().id()::equals).isPresent());
        return run.filter(r -> !IdempotencyKey.digest(
                                r.begun().since().map(plan::since).orElse(plan).open())
                        .equals(r.begun().request()))
                .map(r -> AnswerCheck.outdated(
                        plan, "the request of job " + snapshot.job().id() + " was another"));
    }

    private static Diagnostic notTheLast(JobPlan plan, Path directory, String what) {
        return Diagnostic.of(
                        TransferCode.NOT_THE_LAST,
                        "the snapshot in " + directory + " is not what was published last of " + plan.id() + ": "
                                + what)
                .fix("run aqua:run before, in the same build; or collect what was published last with aqua:fetch,"
                        + " while Zuora keeps its files");
    }
}
