package io.github.aquaspec.run.state;

import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is remembered of one manifest at one target: {@code window.json}, what was published last, and {@code columns.json},
 * which columns that had; both may be kept in version control; and below {@code local/} what concerns this machine alone:
 * the journal of the last run, the runs before it, and the lock of the one that is under way.
 */
public final class StateDirectory {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");

    private final Disk disk;
    private final Path target;
    private final Path path;
    private final Path local;
    private final TargetIdentity identity;
    private final PublishedFile window;
    private final StateFile journal;
    private final StateFile history;
    private final ColumnsFile columns;

    private StateDirectory(Disk disk, Path target, Path path, TargetIdentity identity) {
        this.disk = disk;
        this.local = path.resolve("local");
        this.target = target;
        this.path = path;
        this.identity = identity;
        this.window = new PublishedFile(new StateFile(disk, path.resolve("window.json"), local), identity);
        this.journal = new StateFile(disk, local.resolve("journal.jsonl"), local);
        this.history = new StateFile(disk, local.resolve("history.json"), local);
        this.columns = new ColumnsFile(
                new StateFile(disk, path.resolve("columns.json"), local),
                identity,
                target.relativize(path).toString().replace('\\', '/'));
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

    /** The same on another disk. */
    public static StateDirectory of(Disk disk, Path root, TargetIdentity target, String manifestId) {
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

    /** Which columns were published last. */
    public ColumnsFile columns() {
        return columns;
    }

    /**
     * What was published last.
     *
     * @return nothing, where nothing ever was
     * @throws StateException when that cannot be read, or is about another target
     */
    public Optional<Published> published() throws StateException {
        return window.read();
    }

    /**
     * Makes sure that nothing was published since the run has started.
     *
     * @param expected what the run has started from
     * @throws StateException when something was, or that cannot be read
     */
    public void require(Optional<Published> expected) throws StateException {
        window.require(expected);
    }

    /**
     * Says what is published now. To be called when the snapshot stands in its place.
     *
     * @param expected what the run has started from
     * @throws StateException when something else was published since then, or it cannot be written; nothing was changed
     */
    public void commit(Optional<Published> expected, Published next) throws StateException {
        window.commit(expected, next);
    }

    /**
     * Holds the manifest until the lock is closed: nobody else runs it at this target meanwhile.
     *
     * @param holder who does, for whoever comes second
     * @throws StateException when somebody else has it
     */
    public StateLock lock(String holder) throws StateException {
        try {
            journal.makeFolder();
        } catch (IOException e) {
            throw StateTrouble.unusable("lock", path, e);
        }
        StateLock lock = lock(path, holder);
        boolean swept = false;
        try {
            journal.sweep();
            journal.prepare();
            swept = true;
            return lock;
        } catch (IOException e) {
            throw StateTrouble.unusable("lock", path, e);
        } finally {
            if (!swept) {
                lock.close();
            }
        }
    }

    /** The lock of the manifest whose folder this is; {@code local} is there. */
    static StateLock lock(Path folder, String holder) throws StateException {
        Path file = folder.resolve("local").resolve("lock");
        try {
            return StateLock.take(file, holder);
        } catch (StateLock.HeldException e) {
            throw new StateException(
                    Diagnostic.of(StateCode.LOCKED, folder + " is held by another run: " + e.getMessage())
                            .fix("let it end, or stop it; when its process is gone, so is its lock"));
        } catch (IOException e) {
            throw StateTrouble.unusable("lock", file, e);
        }
    }

    /**
     * How far the last run has come.
     *
     * @throws StateException when that cannot be read, or is about another target
     */
    public Journal journal() throws StateException {
        return Journal.read(disk, journal, identity);
    }

    /** The key of the next run under a word that a build gives. */
    public RunKey nextKey(Journal last, String base) throws StateException {
        return history(last).next(base);
    }

    /** Begins a run: the one before has ended, or was never sent, and is remembered. */
    public void begin(Journal last, JournalEntry.Begun begun) throws StateException {
        if (last.run().filter(run -> !run.isLive()).isPresent()) {
            history.put(StateWriter.write(history(last)));
        }
        last.begin(begun);
    }

    /**
     * The runs that have published, the latest last, as far as this machine remembers what.
     *
     * @throws StateException when that cannot be read, or is about another target
     */
    public List<EndedRun> earlier() throws StateException {
        return history(journal()).published();
    }

    private RunHistory history(Journal last) throws StateException {
        Optional<JournalledRun> ended = last.run().filter(run -> !run.isLive());
        Optional<byte[]> content = history.content();
        try {
            RunHistory known =
                    content.isEmpty() ? new RunHistory(identity, List.of()) : StateReader.history(content.get());
            if (!known.identity().equals(identity)) {
                throw StateTrouble.ofAnother(history.path(), known.identity(), identity);
            }
            return ended.map(known::with).orElse(known);
        } catch (MalformedStateException e) {
            throw StateTrouble.damaged(
                    history.path(), e, "delete it; then let the next run have a word of its own: -Daqua.runKey=…");
        }
    }

    /**
     * The last job that Zuora took, as Zuora named it.
     *
     * @throws StateException when that cannot be read, or is about another target
     */
    public Optional<String> jobId() throws StateException {
        return journal().run().flatMap(JournalledRun::jobId);
    }

    /**
     * Another manifest at the same target whose last job this is. What cannot be read is passed over: it is told where
     * it is needed.
     *
     * @throws StateException when the folder cannot be read
     */
    public Optional<String> neighbourOf(String jobId) throws StateException {
        try {
            return new Neighbours(disk, target)
                    .folders().stream()
                            .filter(folder -> !folder.equals(path))
                            .map(folder -> target.relativize(folder).toString().replace('\\', '/'))
                            .filter(id -> ID.matcher(id).matches())
                            .sorted()
                            .filter(id -> new StateDirectory(disk, target, target.resolve(id), identity).knows(jobId))
                            .findFirst();
        } catch (IOException e) {
            throw StateTrouble.unusable("read", target, e);
        }
    }

    private boolean knows(String jobId) {
        try {
            return published().filter(p -> p.jobId().equals(jobId)).isPresent()
                    || jobId().filter(jobId::equals).isPresent();
        } catch (StateException e) {
            return false;
        }
    }
}
