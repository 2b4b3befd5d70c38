package io.github.aquaspec.run.check;

import io.github.aquaspec.run.event.QueryCheck;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of checks.
 *
 * @param found what is wrong or odd
 * @param accepted what the manifest silences
 * @param checks that were made of the files, whatever came of them
 */
public record Verdict(List<Diagnostic> found, List<Suppressed> accepted, List<QueryCheck> checks) {

    public static final Verdict NOTHING = new Verdict(List.of(), List.of(), List.of());

    public Verdict {
        found = List.copyOf(found);
        accepted = List.copyOf(accepted);
        checks = List.copyOf(checks);
    }

    /** What was found by no check of a file. */
    public static Verdict of(List<Diagnostic> found) {
        return new Verdict(found, List.of(), List.of());
    }

    /** What checks of files have told, all together. */
    static Verdict ofChecks(List<QueryCheck> checks) {
        return new Verdict(
                checks.stream().flatMap(check -> check.told().stream()).toList(),
                checks.stream().flatMap(check -> check.accepted().stream()).toList(),
                checks);
    }

    /** Both together. */
    public Verdict and(Verdict other) {
        return new Verdict(
                Stream.concat(found.stream(), other.found.stream()).toList(),
                Stream.concat(accepted.stream(), other.accepted.stream()).toList(),
                Stream.concat(checks.stream(), other.checks.stream()).toList());
    }

    /** Whether another run may bring something better: a wrong number of records may, a wrong manifest not. */
    public Retry retry() {
        List<Diagnostic> errors = found.stream().filter(Diagnostic::isError).toList();
        return !errors.isEmpty() && errors.stream().allMatch(d -> d.code() == TransferCode.RECORD_COUNT)
                ? Retry.NOW
                : Retry.NEVER;
    }
}
