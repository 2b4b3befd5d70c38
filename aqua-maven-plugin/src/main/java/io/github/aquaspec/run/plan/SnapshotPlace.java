package io.github.aquaspec.run.plan;

import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.LocalCode;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.Publication;
import io.github.aquaspec.snapshot.StagingDirectory;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.Output.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the snapshots of a manifest stand: one that is replaced, or one beside the other, each under its instant.
 *
 * @param folder the manifest's own
 * @param layout whether it is the snapshot, or holds them
 */
public record SnapshotPlace(Path folder, Layout layout) {

    /** How a dated snapshot is named, in the words of the documentation. */
    public static final String PATTERN = "yyyyMMdd'T'HHmmss'Z'";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern(PATTERN).withZone(ZoneOffset.UTC);
    /** A snapshot, or what a move that was interrupted has left of it. */
    private static final Pattern DATED = Pattern.compile("(\\d{8}T\\d{6}Z)|\\.(\\d{8}T\\d{6}Z)\\.(?:new|old)");

    private static final Pattern STAGED = Pattern.compile("\\.(\\d{8}T\\d{6}Z)\\.staging-.*");

    /** The place of a manifest. */
    public static SnapshotPlace of(Manifest manifest, Path outputDirectory) {
        return new SnapshotPlace(
                outputDirectory.resolve(manifest.id().text()),
                manifest.loaded().value().orElseThrow().output().layout());
    }

    /** Whether snapshots stay when the next one comes. */
    public boolean isDated() {
        return layout == Layout.DATED;
    }

    /** The snapshot of an instant; where one replaces the other, of any. */
    public Path at(Instant instant) {
        return isDated() ? folder.resolve(NAME.format(instant)) : folder;
    }

    /**
     * Finds out, before anything is sent, that something else, or a snapshot of the other layout, stands in the way.
     *
     * @throws JobFailedException when it does; what is there stays
     */
    public void requireFree(Disk disk) throws IOException, JobFailedException {
        Optional<Path> file = inTheWay(disk);
        if (file.isPresent()) {
            throw new JobFailedException(
                    Diagnostic.of(
                                    LocalCode.CANNOT_WRITE,
                                    "cannot publish in " + folder + ": "
                                            + (file.get().equals(folder) ? "it" : file.get()) + " is no folder")
                            .fix("move it elsewhere, or choose another -Daqua.outputDirectory"),
                    Retry.NEVER);
        }
        boolean taken = isDated()
                ? disk.kind(folder.resolve("SHA256SUMS")) == Disk.Kind.FILE
                : !instants(disk).isEmpty();
        if (taken) {
            throw new JobFailedException(
                    Diagnostic.of(
                                    LocalCode.CANNOT_WRITE,
                                    "cannot publish in " + folder + ": it holds "
                                            + (isDated() ? "a snapshot that is not dated" : "dated snapshots"))
                            .fix("move them elsewhere or delete them, or set `output.layout` to what it was"),
                    Retry.NEVER);
        }
    }

    /**
     * What is there and no folder: it, or what it lies in. Asked from above, for not every JDK tells what lies below a file
     * from what is not there.
     */
    private Optional<Path> inTheWay(Disk disk) throws IOException {
        Path at = folder.getRoot();
        for (Path name : folder) {
            at = at == null ? name : at.resolve(name);
            if (disk.kind(at) == Disk.Kind.ABSENT) {
                return Optional.empty();
            }
            if (!disk.leadsToDirectory(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /**
     * The snapshots that are there, oldest first; moves that were interrupted have been brought to their end.
     *
     * @throws IOException when the disk fails, or what has a snapshot's name is none
     */
    public List<Path> published(Disk disk) throws IOException {
        List<Path> places = isDated() ? instants(disk) : List.of(folder);
        List<Path> present = new ArrayList<>();
        for (Path place : places) {
            new Publication(disk).finish(place);
            if (disk.kind(place) != Disk.Kind.ABSENT) {
                present.add(place);
            }
        }
        return present;
    }

    /** Brings every move that was interrupted to its end, whichever snapshot it is of. */
    public void finish(Disk disk) throws IOException {
        published(disk);
    }

    /**
     * Deletes what runs that nobody goes on with have staged, whichever snapshot it was to become.
     *
     * @param directory of the snapshot in the making
     * @param token of what stays of it, if any
     */
    public void sweep(Disk disk, Path directory, Optional<String> token) throws IOException {
        StagingDirectory.sweep(disk, directory, token);
        if (isDated() && disk.leadsToDirectory(folder)) {
            for (Path path : disk.list(folder)) {
                Matcher name = STAGED.matcher(path.getFileName().toString());
                if (name.matches() && !directory.endsWith(name.group(1))) {
                    StagingDirectory.sweep(disk, folder.resolve(name.group(1)), token);
                }
            }
        }
    }

    private List<Path> instants(Disk disk) throws IOException {
        if (!disk.leadsToDirectory(folder)) {
            return List.of();
        }
        TreeSet<String> names = new TreeSet<>();
        for (Path path : disk.list(folder)) {
            Matcher name = DATED.matcher(path.getFileName().toString());
            if (name.matches()) {
                names.add(name.group(1) != null ? name.group(1) : name.group(2));
            }
        }
        return names.stream().map(folder::resolve).toList();
    }
}
