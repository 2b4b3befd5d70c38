package io.github.aquaspec.report;

import io.github.aquaspec.run.plan.WindowPlan;

/** Windows as people read them. */
final class WindowText {

    private WindowText() {}

    /** {@code window 2020-01-01T00:00:00Z to 2026-11-22T00:00:00Z, from …}. */
    static String of(WindowPlan window) {
        return "window " + range(window);
    }

    /** {@code 2020-01-01T00:00:00Z to 2026-11-22T00:00:00Z, from …}. */
    static String range(WindowPlan window) {
        return window.range().from() + " to " + window.range().to() + ", from "
                + window.origin().words();
    }
}
