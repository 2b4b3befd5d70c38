package io.github.aquaspec.report;

import java.util.Locale;

/** The steps of a run, in their order. */
enum RunStep {
    PLAN,
    SUBMIT,
    AWAIT,
    DOWNLOAD,
    PUBLISH;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
