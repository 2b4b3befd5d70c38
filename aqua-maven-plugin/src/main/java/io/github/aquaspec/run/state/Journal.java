package io.github.aquaspec.run.state;

import io.github.aquaspec.run.state.JournalEntry.Begun;
import io.github.aquaspec.snapshot.Disk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What lets a killed run continue: {@code local/journal.jsonl}, one line per step of the last run of a manifest. An entry
 * is on the medium when {@link #append} returns. Only the holder of the manifest's lock may write.
 *
 * <p>A line that was torn off by a crash is left out when the next one is written; any other damage is an error, for what
 * is remembered wrongly runs a job twice.
 */
public final class Journal {

    private final Disk disk;
    private final StateFile file;
    private final TargetIdentity identity;
    private final List<JournalEntry> entries = new ArrayList<>();
    /** Whether the file may end in half a line. */
    private boolean torn;

    private Journal(Disk disk, StateFile file, TargetIdentity identity) {
        this.disk = disk;
        this.file = file;
        this.identity = identity;
    }

    static Journal read(Disk disk, StateFile file, TargetIdentity identity) throws StateException {
        Journal journal = new Journal(disk, file, identity);
        try {
            byte[] bytes = file.read().orElse(new byte[0]);
            JournalText.Content content = JournalText.read(bytes);
            journal.entries.addAll(content.entries());
            journal.torn = content.length() < bytes.length;
            Optional<JournalledRun> run = JournalledRun.of(content.entries());
            if (run.isPresent() && !run.get().begun().identity().equals(identity)) {
                throw StateTrouble.ofAnother(file.path(), run.get().begun().identity(), identity);
            }
            return journal;
        } catch (IOException e) {
            throw StateTrouble.unusable("read", file.path(), e);
        } catch (MalformedStateException e) {
            throw StateTrouble.damaged(
                    file.path(),
                    e,
                    "look for the job in Zuora's AQuA Job Finder, and collect it with aqua:fetch where it is of use; then"
                            + " delete the file");
        }
    }

    /** The last run, ended or not; nothing where there never was one. */
    public synchronized Optional<JournalledRun> run() {
        try {
            return JournalledRun.of(entries);
        } catch (MalformedStateException e) {
            throw new IllegalStateException("what was read or written is in order", e);
        }
    }

    /** The last run, where the next build goes on with it. */
    public Optional<JournalledRun> live() {
        return run().filter(JournalledRun::isLive);
    }

    /** Writes down that a run begins. The journal is its own from now on; the caller has remembered the one before. */
    synchronized void begin(Begun begun) throws StateException {
        if (!begun.identity().equals(identity)) {
            throw new IllegalArgumentException("a run at " + begun.identity() + ", not at " + identity);
        }
        try {
            file.write(JournalText.line(1, begun));
        } catch (IOException e) {
            throw StateTrouble.unusable("write", file.path(), e);
        }
        entries.clear();
        entries.add(begun);
        torn = false;
    }

    /** Writes down a step; returns when it is on the medium. */
    public synchronized void append(JournalEntry entry) throws StateException {
        if (entries.isEmpty() || entry instanceof Begun) {
            throw new IllegalStateException("a step belongs to a run that has begun");
        }
        try {
            if (torn) {
                file.write(whole(entry));
            } else {
                torn = true;
                append(JournalText.line(entries.size() + 1, entry));
            }
        } catch (IOException e) {
            throw StateTrouble.unusable("write", file.path(), e);
        }
        torn = false;
        entries.add(entry);
    }

    private void append(byte[] line) throws IOException {
        try (Disk.NewFile out = disk.append(file.path())) {
            out.write(line, 0, line.length);
            out.force();
        }
    }

    private byte[] whole(JournalEntry last) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int number = 1;
        for (JournalEntry entry : entries) {
            whole.writeBytes(JournalText.line(number++, entry));
        }
        whole.writeBytes(JournalText.line(number, last));
        return whole.toByteArray();
    }
}
