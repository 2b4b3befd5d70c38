package io.github.aquaspec.run.failure;

import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Severity;

/** Findings about the memory that Zuora keeps of a stateful job: AQ62x. */
public enum SessionCode implements Code {
    TAKEN(
            "AQ621",
            Severity.ERROR,
            "A session goes on from its last completed job, whoever submitted it; what that job took with it would be"
                    + " missing from ours."),
    LAST_JOB_GONE(
            "AQ622",
            Severity.WARNING,
            "Zuora deletes jobs after 180 days, and loads everything when a session was not used for so long."),
    RENAMED("AQ623", Severity.WARNING, "Partner and project name the session; a new one loads everything."),
    QUERY_CHANGED(
            "AQ624",
            Severity.WARNING,
            "Zuora loads a query in full when its text or its deleted column is another than before."),
    REPEATS_THE_SERVERS(
            "AQ625", Severity.NOTE, "What the session ran before is known to Zuora alone, so nothing can be missed."),
    CANNOT_HEAL("AQ626", Severity.ERROR, "A window that starts at a wrong time loses records."),
    GAP_AHEAD(
            "AQ627",
            Severity.WARNING,
            "Zuora does not say whether such a job moves its session; if it does, what lies between is never delivered."),
    NO_WATERMARK("AQ628", Severity.WARNING, "Without the start of a job nobody knows up to when it delivered."),
    SHARED(
            "AQ629",
            Severity.WARNING,
            "Zuora does not say whether a job with an incrementalTime of its own moves its session; if it does, changes"
                    + " went to that job alone."),
    NO_STATE(
            "AQ630",
            Severity.WARNING,
            "A session brings what changed since its last completed job; what that job brought is in no snapshot that is"
                    + " known here."),
    UNCOLLECTED(
            "AQ631",
            Severity.ERROR,
            "A session goes on from its last completed job, whether or not anybody has its files; the next one would leave"
                    + " its records out.");

    private final Entry entry;

    SessionCode(String id, Severity severity, String why) {
        this.entry = new Entry(id, severity, why);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
