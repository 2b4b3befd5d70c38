package io.github.aquaspec.run;

import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Severity;

/** Our own mistakes: AQ9xx. */
public enum BugCode implements Code {
    BUG("AQ901", Severity.ERROR, "This should not happen, whatever the manifest or the server says.");

    private final String id;
    private final Severity severity;
    private final String why;

    BugCode(String id, Severity severity, String why) {
        this.id = id;
        this.severity = severity;
        this.why = why;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String why() {
        return why;
    }
}
