package io.github.aquaspec.run.state;

import io.github.aquaspec.snapshot.StoredFile;
import io.github.aquaspec.spec.model.WindowRange;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** One step of a run, written down before the next one is taken. */
public sealed interface JournalEntry {

    /**
     * A run was planned; nothing was sent.
     *
     * @param identity whose records it gets
     * @param key names it
     * @param at when, by our clock
     * @param before the job that was published last; absent where nothing was, or it does not matter
     * @param window what it extracts, where the manifest has a window
     * @param again whether that window is extracted once more, and the watermark stays
     * @param since where a session that is healed starts
     * @param request SHA-256 of the body that submits the job
     */
    record Begun(
            TargetIdentity identity,
            RunKey key,
            Instant at,
            Optional<String> before,
            Optional<WindowRange> window,
            boolean again,
            Optional<LocalDateTime> since,
            String request)
            implements JournalEntry {}

    /**
     * The request is about to be sent: from here on there may be a job.
     *
     * @param idempotencyKey what it is sent under
     * @param attempt counts the keys of this run, from 1
     * @param at when, by the server's clock as far as it is known
     */
    record Intent(String idempotencyKey, int attempt, Instant at) implements JournalEntry {}

    /**
     * The job is known.
     *
     * @param jobId as Zuora gave it
     * @param adopted the window that it has, where that is another than was planned
     */
    record Submitted(String jobId, Optional<WindowRange> adopted) implements JournalEntry {}

    /**
     * A data file is in the staging directory, verified and durable.
     *
     * @param file as it lies there
     * @param fileIds the files of Zuora's that it is made of, in order
     * @param served what came over the wire for each
     */
    record Stored(StoredFile file, List<String> fileIds, List<Served> served) implements JournalEntry {
        public Stored {
            fileIds = List.copyOf(fileIds);
            served = List.copyOf(served);
        }
    }

    /**
     * A body as it was served.
     *
     * @param bytes its length
     * @param sha256 of it, 64 lower-case hex digits
     * @param records in it, without the header
     */
    record Served(long bytes, String sha256, long records) {}

    /** The snapshot stands in its place. */
    record Published() implements JournalEntry {}

    /**
     * What was published is remembered, and the run is over.
     *
     * @param at when, by our clock; absent where another run had published it
     */
    record Committed(Optional<Instant> at) implements JournalEntry {

        /** At a time that nobody knows. */
        public Committed() {
            this(Optional.empty());
        }
    }

    /**
     * The run is over, and published nothing.
     *
     * @param how why
     */
    record Ended(End how) implements JournalEntry {}

    /** Why a run ended without a snapshot. */
    enum End {
        /** Zuora took no job, or its job came to nothing. */
        FAILED,
        /** The build asked for a fresh start. */
        FRESH,
        /** Its job, or the files of it, are not at Zuora any more. */
        LOST,
        /** Nobody asks for it any more. */
        DROPPED
    }
}
