package io.github.aquaspec.run.failure;

import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Severity;

/** Findings about what the server said: AQ6xx. */
public enum ServerCode implements Code {
    REJECTED("AQ601", Severity.ERROR, "AQuA answers HTTP 200 to a job it does not take; nothing runs."),
    MALFORMED("AQ602", Severity.ERROR, "AQuA could not read the request; nothing runs."),
    REFUSED("AQ603", Severity.ERROR, "The server said no."),
    FORBIDDEN("AQ604", Severity.ERROR, "The user behind these credentials may not do this."),
    ABORTED("AQ605", Severity.ERROR, "Zuora stopped the job; files of queries that had finished are not a snapshot."),
    CANCELLED("AQ606", Severity.ERROR, "Somebody cancelled the job."),
    GIVEN_UP("AQ607", Severity.ERROR, "Zuora ended the job without a result."),
    TIMEOUT("AQ608", Severity.ERROR, "The job is still running at Zuora; it is not cancelled."),
    QUERY_LEFT_OUT(
            "AQ609",
            Severity.ERROR,
            "Zuora leaves out queries whose objects the user may not read, and calls the job completed."),
    BATCH_UNFINISHED("AQ610", Severity.ERROR, "A completed job whose parts are not completed is not a whole."),
    EXTRA_BATCH("AQ611", Severity.ERROR, "The job ran something that the manifest does not ask for."),
    NOT_AQUA("AQ612", Severity.ERROR, "A login page or a proxy answers with 200 as well."),
    THROTTLED("AQ613", Severity.ERROR, "The tenant has used up its requests for now."),
    SERVER_TROUBLE("AQ614", Severity.ERROR, "The trouble is on the other side and may pass."),
    JOB_UNKNOWN("AQ615", Severity.ERROR, "Zuora forgets jobs 180 days after they were created."),
    UNKNOWN_STATUS("AQ616", Severity.WARNING, "A state we do not know is not taken for an end."),
    ANSWER_LOST(
            "AQ617",
            Severity.ERROR,
            "The request went out and no answer came; the job may run, and a job that is submitted twice runs twice."),
    DELETED_REFUSED("AQ618", Severity.ERROR, "Zuora keeps no deleted records of this object."),
    ENDED_ALREADY("AQ619", Severity.ERROR, "A job that has ended cannot be cancelled."),
    UNKNOWN_WINDOW(
            "AQ620", Severity.ERROR, "A snapshot says which window it holds, and the watermark follows from it."),
    STILL_SUBMITTING(
            "AQ632",
            Severity.ERROR,
            "Zuora deals with one submission of a key at a time; the first has no result yet."),
    MISUSED_KEY(
            "AQ633", Severity.ERROR, "A key stands for one submission, in one tenant; this one stands for another.");

    private final Entry entry;

    ServerCode(String id, Severity severity, String why) {
        this.entry = new Entry(id, severity, why);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
