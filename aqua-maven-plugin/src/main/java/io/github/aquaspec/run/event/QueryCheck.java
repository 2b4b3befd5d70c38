package io.github.aquaspec.run.event;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A check that was made of what a job brought, whatever came of it.
 *
 * @param query its place in the manifest, from 0; absent where the whole session was checked
 * @param name of the query's data file, without extension
 * @param kind what was looked at
 * @param expected in a few words, never a cell of the data
 * @param found likewise
 * @param told what is wrong or odd
 * @param accepted what the manifest silences
 */
public record QueryCheck(
        Optional<Integer> query,
        String name,
        Kind kind,
        Optional<String> expected,
        Optional<String> found,
        List<Diagnostic> told,
        List<Suppressed> accepted) {

    /** What is looked at. */
    public enum Kind {
        /** Whether the file is whole, and well formed. */
        INTEGRITY("integrity"),
        /** Whether it holds as many records as Zuora announces. */
        RECORD_COUNT("recordCount"),
        /** Its header against what the query selects. */
        HEADER("header"),
        /** What Zuora repeats of what it was asked. */
        ECHO("echo"),
        /** The API version that Zuora says it used. */
        API_VERSION("apiVersion"),
        /** Whether it holds everything, or what changed. */
        LOAD("load"),
        /** How many records the manifest, or the window before, lets expect. */
        RECORDS("records"),
        /** The columns that the manifest expects. */
        COLUMNS("columns"),
        /** The columns of the snapshot before. */
        DRIFT("drift"),
        /** Columns without an empty cell. */
        NOT_NULL("notNull"),
        /** Columns in which no value stands twice. */
        UNIQUE("unique"),
        /** Whether the records lie in the window. */
        WINDOW("window"),
        /** The deleted column. */
        DELETED("deleted");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As receipts name it. */
        public String word() {
            return word;
        }
    }

    /** What came of a check. */
    public enum Result {
        PASSED,
        FAILED,
        WARNED,
        /** It found something, and the manifest says why that is right. */
        ACCEPTED
    }

    public QueryCheck {
        told = List.copyOf(told);
        accepted = List.copyOf(accepted);
    }

    /** What came of it; the worst of what it found counts. */
    public Result result() {
        if (told.stream().anyMatch(Diagnostic::isError)) {
            return Result.FAILED;
        }
        return !told.isEmpty() ? Result.WARNED : accepted.isEmpty() ? Result.PASSED : Result.ACCEPTED;
    }

    /** The code of the worst that it found. */
    public Optional<String> code() {
        return told.stream()
                .min(Comparator.comparing(Diagnostic::severity))
                .or(() -> accepted.stream().map(Suppressed::diagnostic).findFirst())
                .map(worst -> worst.code().id());
    }
}
