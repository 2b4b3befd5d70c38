package io.github.aquaspec.report.page;

import java.util.List;
import java.util.Optional;

/**
 * What one build ran.
 *
 * @param standing as the receipt of the set says; absent where there is none
 * @param findings about the set or the build
 * @param runs of which there are receipts
 * @param named manifests of which there are none
 */
record ReportedSet(
        Head head, Optional<Mark> standing, List<Finding> findings, List<ReportedRun> runs, List<Named> named) {

    /** A manifest that the set names. */
    record Named(String id, Mark standing) {}

    ReportedSet {
        findings = List.copyOf(findings);
        runs = List.copyOf(runs);
        named = List.copyOf(named);
    }

    long count(Mark wanted) {
        return runs.stream().filter(run -> run.standing() == wanted).count()
                + named.stream().filter(one -> one.standing() == wanted).count();
    }

    int size() {
        return runs.size() + named.size();
    }
}
