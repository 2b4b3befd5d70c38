package io.github.aquaspec.run.failure;

import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Severity;

/** Findings about this machine: AQ8xx. */
public enum LocalCode implements Code {
    CANNOT_WRITE(
            "AQ801",
            Severity.ERROR,
            "Nothing is published that could not be stored; the snapshot before is untouched."),
    CANNOT_READ("AQ802", Severity.ERROR, "What cannot be read cannot be checked."),
    INTERRUPTED(
            "AQ803", Severity.ERROR, "Nothing is published of a run that was stopped; nothing is lost of it either."),
    OUT_OF_MEMORY("AQ804", Severity.ERROR, "Nothing is published that was not verified to its end."),
    LEFTOVER(
            "AQ805",
            Severity.ERROR,
            "The snapshot that is published is whole; what is left of the one before stands in the way of the next."),
    NO_TRACE("AQ806", Severity.WARNING, "What is published does not hang on trace.log, so the run goes on without."),
    UNREADABLE_RECEIPT("AQ807", Severity.WARNING, "What it tells is missing from the page.");

    private final Entry entry;

    LocalCode(String id, Severity severity, String why) {
        this.entry = new Entry(id, severity, why);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
