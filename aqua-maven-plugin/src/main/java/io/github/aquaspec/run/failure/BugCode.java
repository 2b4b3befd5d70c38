package io.github.aquaspec.run.failure;

import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Severity;

/** Our own mistakes: AQ9xx. */
public enum BugCode implements Code {
    BUG("AQ901", Severity.ERROR, "This should not happen, whatever the manifest or the server says.");

    private final Entry entry;

    BugCode(String id, Severity severity, String why) {
        this.entry = new Entry(id, severity, why);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
