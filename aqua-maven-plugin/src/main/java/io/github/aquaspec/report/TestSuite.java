package io.github.aquaspec.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The run of one manifest, as a CI server shows tests.
 *
 * @param name the manifest's id, with dots
 * @param begun when it began
 * @param time how long it took
 * @param cases one per check, and one for a run that failed otherwise or was skipped
 * @param notes what else there is to say
 */
record TestSuite(String name, Instant begun, Duration time, List<Case> cases, String notes) {

    /** What a test case came to. */
    enum Verdict {
        PASSED,
        /** The data are not what they should be. */
        FAILURE,
        /** The run could not be done. */
        ERROR,
        SKIPPED
    }

    /**
     * One test.
     *
     * @param type of what went wrong: its code
     * @param message what went wrong, in one line
     * @param text what there is to say, in full
     */
    record Case(String name, Verdict verdict, String type, String message, String text) {

        static Case skipped(String name, String message) {
            return new Case(name, Verdict.SKIPPED, "", message, "");
        }
    }

    TestSuite {
        cases = List.copyOf(cases);
    }

    long count(Verdict verdict) {
        return cases.stream().filter(one -> one.verdict() == verdict).count();
    }
}
