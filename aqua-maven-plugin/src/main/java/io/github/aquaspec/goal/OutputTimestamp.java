package io.github.aquaspec.goal;

import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The time of all files in what a build makes, as its POM says it: {@code project.build.outputTimestamp}, an ISO 8601 time
 * or seconds since 1970, understood as Maven's own archivers do.
 *
 * @param text may be null; a single character that is no digit means that a parent's value does not count
 */
record OutputTimestamp(String text) {

    /** The first time that a zip can tell. */
    static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:02Z");

    private static final Instant LATEST = Instant.parse("2099-12-31T23:59:59Z");

    /** Whether the build says it. */
    boolean isGiven() {
        return text != null && !text.isBlank() && (text.strip().length() > 1 || isSeconds());
    }

    /** The time; the earliest where the build does not say one, or says none that can be. */
    Instant instant(List<Diagnostic> problems) {
        if (!isGiven()) {
            return EARLIEST;
        }
        try {
            Instant said = isSeconds()
                    ? Instant.ofEpochSecond(Long.parseLong(text.strip()))
                    : OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.SECONDS);
            if (!said.isBefore(EARLIEST) && !said.isAfter(LATEST)) {
                return said;
            }
        } catch (DateTimeException | NumberFormatException e) {
            // told below: it is not a time that a zip can hold either way
        }
        problems.add(Diagnostic.of(TargetCode.BAD_PROPERTY, "project.build.outputTimestamp is \"" + text + "\"")
                .fix("write it as an ISO 8601 time, such as 2026-01-31T00:00:00Z, or in seconds since 1970; from "
                        + EARLIEST + " to " + LATEST));
        return EARLIEST;
    }

    private boolean isSeconds() {
        return text.strip().chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
