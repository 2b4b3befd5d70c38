package io.github.aquaspec.emulator.scenario;

import java.util.Map;
import java.util.Optional;

/** One way to misbehave. All else in an answer stays what the records make it. */
public sealed interface Scenario {

    /** The occasion when none is given. */
    Occasion usualOccasion();

    /** Before an answer, or in its place. */
    sealed interface OfRequest extends Scenario {
        @Override
        default Occasion usualOccasion() {
            return Occasion.NEXT;
        }
    }

    /** In what an answer says about a job. */
    sealed interface OfJob extends Scenario {
        @Override
        default Occasion usualOccasion() {
            return Occasion.POLLS;
        }
    }

    /** In a file, or on its way. */
    sealed interface OfFile extends Scenario {
        @Override
        default Occasion usualOccasion() {
            return Occasion.DOWNLOADS;
        }
    }

    /**
     * A ready-made answer.
     *
     * @param carriedOut whether the request is carried out all the same, and only its answer replaced
     */
    record Respond(int status, Map<String, String> headers, String body, boolean carriedOut) implements OfRequest {

        public Respond {
            headers = Map.copyOf(headers);
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("status is an HTTP status from 200 to 599, not " + status);
            }
            if ((status == 204 || status == 304) && !body.isEmpty()) {
                throw new IllegalArgumentException("an answer with status " + status + " has no body; leave it out");
            }
            headers.forEach(HeaderLine::check);
        }

        /** An answer without headers of its own; the request is not carried out. */
        public Respond(int status, String body) {
            this(status, Map.of(), body, false);
        }

        /** The log-in page of a lost session, with status 200. */
        public static Respond loginPage() {
            return new Respond(
                    200,
                    Map.of("Content-Type", "text/html;charset=UTF-8"),
                    "<!DOCTYPE html>\n<html><head><title>Log in</title></head><body><form></form></body></html>\n",
                    false);
        }

        /** A file that is too large to be downloaded (Zuora developer reference, Retrieve a file). */
        public static Respond tooLarge() {
            return new Respond(
                    403,
                    Map.of("Content-Type", "application/xml"),
                    "<error><security:max-object-size>2047MB</security:max-object-size></error>",
                    false);
        }

        /** A server that is busy for some seconds. */
        public static Respond unavailable(int retryAfterSeconds) {
            return new Respond(503, Map.of("Retry-After", Integer.toString(retryAfterSeconds)), "busy", false);
        }
    }

    /**
     * The connection is closed without an answer.
     *
     * @param carriedOut whether the request is carried out all the same
     */
    record HangUp(boolean carriedOut) implements OfRequest {}

    /**
     * Every {@code recordCount} of a completed batch is off.
     *
     * @param delta what is added to it
     */
    record WrongRecordCount(long delta) implements OfJob {}

    /**
     * A batch is missing from the answer.
     *
     * @param index which one, from 0
     */
    record DropBatch(int index) implements OfJob {

        public DropBatch {
            if (index < 0) {
                throw new IllegalArgumentException("index is 0, the first batch, or more, not " + index);
            }
        }
    }

    /**
     * Another status word for the job, and for its batches where there is a message.
     *
     * @param status such as {@code aborted}, or a word no documentation knows
     * @param message what each batch says
     */
    record JobStatus(String status, Optional<String> message) implements OfJob {

        public JobStatus {
            if (status.isBlank()) {
                throw new IllegalArgumentException("status is a word, such as aborted, not empty");
            }
        }
    }

    /**
     * A file ends too early.
     *
     * @param bytes how much of it is sent
     * @param chunked true sends it in chunks that end properly; false announces the full length and hangs up
     */
    record TruncateFile(long bytes, boolean chunked) implements OfFile {

        public TruncateFile {
            if (bytes < 0) {
                throw new IllegalArgumentException("bytes is 0 or more, not " + bytes);
            }
        }
    }

    /**
     * Something stands behind the end of a file.
     *
     * @param junk what, as UTF-8
     */
    record AppendToFile(String junk) implements OfFile {}

    /**
     * A zip file holds a second entry.
     *
     * @param name its name
     * @param content its content
     */
    record SecondZipEntry(String name, String content) implements OfFile {

        public SecondZipEntry {
            if (name.isBlank()) {
                throw new IllegalArgumentException("name is that of an entry, such as second.csv, not empty");
            }
        }
    }

    /**
     * A member of a job's answer is another one, or missing.
     *
     * @param pointer where it stands, such as {@code /batches/0/full}; {@code *} is every batch
     * @param value as JSON; absent takes the member away
     */
    record EditAnswer(String pointer, Optional<String> value) implements OfJob {

        public EditAnswer {
            if (!pointer.startsWith("/")) {
                throw new IllegalArgumentException(
                        "a pointer begins with a slash, such as /batches/0/full, not \"" + pointer + '"');
            }
        }
    }

    /**
     * The segments of every batch are not what they were.
     *
     * @param change what happens to them
     */
    record EditSegments(Change change) implements OfJob {

        /** What happens to segments. */
        public enum Change {
            /** The last is missing. */
            DROP_LAST,
            /** They come in the opposite order. */
            REVERSE,
            /** The first comes twice. */
            REPEAT_FIRST
        }
    }

    /** Each batch names the file of the next one, the last that of the first. */
    record SwapFiles() implements OfJob {}

    /**
     * The records of a file are changed, within a container that stays sound.
     *
     * @param edit what is done
     * @param record to which one, where it is done to one; 0 is the header
     */
    record EditFile(FileEdit edit, long record) implements OfFile {

        public EditFile {
            if (record < 0) {
                throw new IllegalArgumentException("a record is 0, the header, or more, not " + record);
            }
        }
    }

    /** No length is announced: the answer comes in chunks. */
    record OmitLength() implements OfFile {}

    /**
     * Another length is announced. What is over it is not sent; where something lacks, the connection is closed.
     *
     * @param delta what is added to the true length, in bytes, at most 2 GiB up or down; no length is less than 0
     */
    record WrongLength(long delta) implements OfFile {

        public WrongLength {
            if (delta == 0 || delta < Integer.MIN_VALUE || delta > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "delta is a number of bytes, at most 2 GiB more or less, and not 0; not " + delta);
            }
        }
    }

    /**
     * A body drips.
     *
     * @param bytesPerSecond how fast
     */
    record SlowBody(int bytesPerSecond) implements OfFile {

        public SlowBody {
            if (bytesPerSecond < 1) {
                throw new IllegalArgumentException("bytesPerSecond is at least 1, not " + bytesPerSecond);
            }
        }
    }

    /**
     * A body stands still, and goes on when scenarios are taken back.
     *
     * @param bytes after how many
     */
    record StallBody(long bytes) implements OfFile {

        public StallBody {
            if (bytes < 0) {
                throw new IllegalArgumentException("bytes is 0 or more, not " + bytes);
            }
        }
    }

    /** A request waits to be carried out until scenarios are taken back. */
    record HoldRequest() implements OfRequest {}

    /**
     * A header of the answer is another one, or missing.
     *
     * @param name of the header
     * @param value absent takes it away
     */
    record ChangeHeader(String name, Optional<String> value) implements OfFile {

        public ChangeHeader {
            HeaderLine.check(name, value.orElse(""));
        }
    }
}
