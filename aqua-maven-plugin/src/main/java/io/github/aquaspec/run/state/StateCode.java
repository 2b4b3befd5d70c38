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
    REPLACES_ANOTHER(
            "AQ818",
            Severity.ERROR,
            "The window is not extracted for the first time; no later run asks for what is replaced."),
    AHEAD_OF_NOW(
            "AQ819",
            Severity.ERROR,
            "No run publishes what is yet to come; until then every run would find nothing new, and records be missing.");

    private final Entry entry;

    StateCode(String id, Severity severity, String why) {
        this.entry = new Entry(id, severity, why);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
