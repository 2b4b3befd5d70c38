package io.github.aquaspec.run.state;

import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Severity;

/** Findings about what is remembered between runs, and what follows from it for the next one: AQ81x. */
public enum StateCode implements Code {
    DAMAGED(
            "AQ810",
            Severity.ERROR,
            "The state says what was published last; read wrongly, records would be lost or come twice."),
    OTHER_TARGET("AQ811", Severity.ERROR, "What was published from one tenant says nothing about another."),
    CHANGED("AQ812", Severity.ERROR, "Of two runs over one manifest only one can say what was published last."),
    UNUSABLE(
            "AQ813",
            Severity.ERROR,
            "Without the state nobody knows what was published, nor could what is be remembered."),
    OTHER_KIND(
            "AQ814", Severity.ERROR, "Where a session has ended is no watermark of a window, nor the other way round."),
    NOTHING_NEW("AQ815", Severity.WARNING, "Nothing is lost; the next run goes on from there."),
    NEW_TO_WINDOW("AQ817", Severity.WARNING, "A window holds what has changed in it; what is older is in no snapshot."),
    CLOCK_OFF("AQ816", Severity.ERROR, "A window ends by this machine's clock; a wrong one leaves records out."),
    REPLACES_ANOTHER("AQ818", Severity.ERROR, "What is replaced is asked for by no later run."),
    AHEAD_OF_NOW(
            "AQ819",
            Severity.ERROR,
            "No run publishes what is yet to come; until then every run would find nothing new, and records be missing."),
    LOCKED("AQ820", Severity.ERROR, "Two runs of one manifest at once would take each other's changes."),
    EDITED("AQ821", Severity.ERROR, "A job answers what was sent; it is no answer to what is asked now."),
    OTHERWISE_BEGUN("AQ822", Severity.ERROR, "A run goes on from what was published before it, and from nothing else."),
    FOUND_TOO_OLD("AQ823", Severity.ERROR, "A job that is found by its run key alone may be that of another night."),
    FOUND_ANOTHER(
            "AQ824",
            Severity.ERROR,
            "One run key stands for one run; a job with other queries is not that of this run."),
    GOES_ON_LATE("AQ825", Severity.WARNING, "The job holds what there was when it ran."),
    OTHER_MANIFEST("AQ826", Severity.ERROR, "The columns of one manifest say nothing about those of another.");

    private final Entry entry;

    StateCode(String id, Severity severity, String why) {
        this.entry = new Entry(id, severity, why);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
