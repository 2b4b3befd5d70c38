package io.github.aquaspec.run.state;

import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is remembered of one manifest at one target: {@code window.json}, what was published last, which may be kept in
 * version control; and below {@code local/} what concerns this machine alone.
 *
 * <p>Only one run at a time may commit over a manifest; a second one is noticed when it reads, not between reading and
 * writing.
 */
public final class StateDirectory {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");

    private final Path target;
    private final Path path;
    private final TargetIdentity identity;
    private final StateFile window;
    private final StateFile job;

    private StateDirectory(Disk disk, Path target, Path path, TargetIdentity identity) {
        Path local = path.resolve("local");
        this.target = target;
        this.path = path;
        this.identity = identity;
        this.window = new StateFile(disk, path.resolve("window.json"), local);
        this.job = new StateFile(disk, local.resolve("job.json"), local);
    }

    /**
     * The state of a manifest; nothing is read or written yet.
     *
     * @param root the folder of all states
     * @param target whose records it is about
     * @param manifestId names of folders, joined by {@code /}
     */
    public static StateDirectory of(Path root, TargetIdentity target, String manifestId) {
        return of(Disk.local(), root, target, manifestId);
    }

    static StateDirectory of(Disk disk, Path root, TargetIdentity target, String manifestId) {
        if (!ID.matcher(manifestId).matches()) {
            throw new IllegalArgumentException("no id of a manifest: " + manifestId);
        }
        Path folder = root.resolve(target.folder());
        return new StateDirectory(disk, folder, folder.resolve(manifestId), target);
    }

    /** The folder; it need not exist. */
    public Path path() {
        return path;
    }

    /** Whose records it is about. */
    public TargetIdentity identity() {
        return identity;
    }

    /**
     * What was published last.
     *
     * @return nothing, where nothing ever was
     * @throws StateException when that cannot be read, or is about another target
     */
    public Optional<Published> published() throws StateException {
        Optional<byte[]> content = content(window);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            Published published = StateReader.published(content.get());
            requireOurs(window, published.identity());
            return Optional.of(published);
        } catch (MalformedStateException e) {
            throw new StateException(damaged(
                    window,
                    e,
                    "restore it from version control; or write it anew from the newest snapshot's"
                            + " datapackage.json, with its `aqua:window`; deleting it begins anew (docs/state.md)"));
        }
    }

    /**
     * Makes sure that nothing was published since the run has started.
     *
     * @param expected what the run has started from
     * @throws StateException when something was, or that cannot be read
     */
    public void require(Optional<Published> expected) throws StateException {
        Optional<Published> actual = published();
        if (!actual.equals(expected)) {
            throw new StateException(Diagnostic.of(
                            StateCode.CHANGED,
                            "another run has published meanwhile: " + window.path() + " holds " + told(actual)
                                    + " where this run started from " + told(expected))
                    .fix("run again: it goes on from there; let one build at a time run a manifest"));
        }
    }

    /**
     * Says what is published now. To be called when the snapshot stands in its place.
     *
     * @param expected what the run has started from
     * @throws StateException when something else was published since then, or it cannot be written; nothing was changed
     */
    public void commit(Optional<Published> expected, Published next) throws StateException {
        if (!next.identity().equals(identity)) {
            throw new IllegalArgumentException(next + " is of " + next.identity() + ", not of " + identity);
        }
        require(expected);
        write(window, StateWriter.write(next));
    }

    /**
     * The last job that Zuora took.
     *
     * @throws StateException when that cannot be read, or is about another target
     */
    public Optional<KnownJob> job() throws StateException {
        Optional<byte[]> content = content(job);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            StateReader.OwnedJob read = StateReader.job(content.get());
            requireOurs(job, read.identity());
            return Optional.of(read.job());
        } catch (MalformedStateException e) {
            throw new StateException(damaged(job, e, "delete it; jobs under way are shown in Zuora's AQuA Job Finder"));
        }
    }

    /** Keeps a job in mind, in place of the one before. */
    public void remember(KnownJob known) throws StateException {
        write(job, StateWriter.write(identity, known));
    }

    /** Forgets the job, if there is one. */
    public void forgetJob() throws StateException {
        try {
            job.delete();
        } catch (IOException e) {
            throw unusable("delete", job, e);
        }
    }

    /**
     * Another manifest at the same target whose last job this is. What cannot be read is passed over: it is told where
     * it is needed.
     *
     * @throws StateException when the folder cannot be read
     */
    public Optional<String> neighbourOf(String jobId) throws StateException {
        try (Stream<Path> files = Files.walk(target)) {
            return files.filter(file -> file.endsWith("window.json") || file.endsWith("local/job.json"))
                    .map(file -> file.endsWith("window.json")
                            ? file.getParent()
                            : file.getParent().getParent())
                    .distinct()
                    .filter(folder -> !folder.equals(path))
                    .map(folder -> target.relativize(folder).toString().replace('\\', '/'))
                    .filter(id -> ID.matcher(id).matches())
                    .sorted()
                    .filter(id -> new StateDirectory(Disk.local(), target, target.resolve(id), identity).knows(jobId))
                    .findFirst();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            throw new StateException(Diagnostic.of(StateCode.UNUSABLE, "cannot read " + target + ": " + e.getMessage())
                    .fix("give this user access there, or choose another -Daqua.stateDirectory"));
        }
    }

    private boolean knows(String jobId) {
        try {
            return published().filter(p -> p.jobId().equals(jobId)).isPresent()
                    || job().filter(j -> j.jobId().equals(jobId)).isPresent();
        } catch (StateException e) {
            return false;
        }
    }

    private static Optional<byte[]> content(StateFile file) throws StateException {
        try {
            return file.read();
        } catch (IOException e) {
            throw unusable("read", file, e);
        }
    }

    private static void write(StateFile file, byte[] content) throws StateException {
        try {
            file.write(content);
        } catch (IOException e) {
            throw unusable("write", file, e);
        }
    }

    private void requireOurs(StateFile file, TargetIdentity found) throws StateException {
        if (!found.equals(identity)) {
            throw new StateException(Diagnostic.of(
                            StateCode.OTHER_TARGET,
                            file.path() + " is about " + found + ", and this run goes to " + identity)
                    .fix("set the environment, endpoint, entity and organizations of the runs before, or keep this"
                            + " state elsewhere with -Daqua.stateDirectory=…"));
        }
    }

    private static Diagnostic damaged(StateFile file, MalformedStateException e, String fix) {
        return e.isNewer()
                ? Diagnostic.of(
                                StateCode.DAMAGED,
                                file.path() + " was written by a newer version of this plugin: " + e.getMessage())
                        .fix("use the version that wrote it, or a later one; leave the file as it is")
                : Diagnostic.of(StateCode.DAMAGED, file.path() + " is damaged: " + e.getMessage())
                        .fix(fix);
    }

    private static StateException unusable(String verb, StateFile file, IOException e) {
        String reason = e instanceof FileSystemException fs && fs.getReason() != null ? fs.getReason() : e.getMessage();
        return new StateException(
                Diagnostic.of(StateCode.UNUSABLE, "cannot " + verb + " " + file.path() + ": " + reason)
                        .fix("give this user access there, or choose another -Daqua.stateDirectory"),
                e);
    }

    private static String told(Optional<Published> published) {
        return published.map(Object::toString).orElse("nothing");
    }
}
