package io.github.aquaspec.emulator.scenario;

import java.util.Map;
import java.util.Optional;

/** One way to misbehave. All else in an answer stays what the records make it. */
public sealed interface Scenario {

    /** The occasion when none is given. */
    Occasion usualOccasion();

    /**
     * A ready-made answer.
     *
     * @param carriedOut whether the request is carried out all the same, and only its answer replaced
     */
    record Respond(int status, Map<String, String> headers, String body, boolean carriedOut) implements Scenario {

        public Respond {
            headers = Map.copyOf(headers);
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("no HTTP status of a final answer: " + status);
            }
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

        @Override
        public Occasion usualOccasion() {
            return new Occasion("*", "/", 1);
        }
    }

    /**
     * The connection is closed without an answer.
     *
     * @param carriedOut whether the request is carried out all the same
     */
    record HangUp(boolean carriedOut) implements Scenario {
        @Override
        public Occasion usualOccasion() {
            return new Occasion("*", "/", 1);
        }
    }

    /**
     * Every {@code recordCount} of a completed batch is off.
     *
     * @param delta what is added to it
     */
    record WrongRecordCount(long delta) implements Scenario {
        @Override
        public Occasion usualOccasion() {
            return Occasion.POLLS;
        }
    }

    /**
     * A batch is missing from the answer.
     *
     * @param index which one, from 0
     */
    record DropBatch(int index) implements Scenario {
        @Override
        public Occasion usualOccasion() {
            return Occasion.POLLS;
        }
    }

    /**
     * Another status word for the job, and for its batches where there is a message.
     *
     * @param status such as {@code aborted}, or a word no documentation knows
     * @param message what each batch says
     */
    record JobStatus(String status, Optional<String> message) implements Scenario {
        @Override
        public Occasion usualOccasion() {
            return Occasion.POLLS;
        }
    }

    /**
     * A file ends too early.
     *
     * @param bytes how much of it is sent
     * @param chunked true sends it in chunks that end properly; false announces the full length and hangs up
     */
    record TruncateFile(long bytes, boolean chunked) implements Scenario {
        @Override
        public Occasion usualOccasion() {
            return Occasion.DOWNLOADS;
        }
    }

    /**
     * Something stands behind the end of a file.
     *
     * @param junk what, as UTF-8
     */
    record AppendToFile(String junk) implements Scenario {
        @Override
        public Occasion usualOccasion() {
            return Occasion.DOWNLOADS;
        }
    }

    /**
     * A zip file holds a second entry.
     *
     * @param name its name
     * @param content its content
     */
    record SecondZipEntry(String name, String content) implements Scenario {
        @Override
        public Occasion usualOccasion() {
            return Occasion.DOWNLOADS;
        }
    }
}
