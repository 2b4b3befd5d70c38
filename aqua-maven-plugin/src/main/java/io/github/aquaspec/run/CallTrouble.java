package io.github.aquaspec.run;

import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.Duration;

/** Turns a failed call into a finding that says what to do. */
final class CallTrouble {

    private CallTrouble() {}

    /** The submission of a job failed, or the token that it needs. */
    static JobFailedException ofSubmission(CallFailure failure) {
        boolean lost = failure.kind() == CallFailure.Kind.BROKEN && failure.outcome() == CallFailure.Outcome.UNKNOWN;
        ToldFailure told = lost ? ToldFailure.LOST : ToldFailure.of(failure.kind());
        return new JobFailedException(diagnostic(failure, told), told.retry());
    }

    static Diagnostic diagnostic(CallFailure failure) {
        return diagnostic(failure, ToldFailure.of(failure.kind()));
    }

    /** The trouble in few words. */
    static String words(CallFailure failure) {
        return ToldFailure.of(failure.kind()).what() + ": " + failure.message();
    }

    /** The download of a query's result failed. */
    static JobFailedException ofFile(CallFailure failure, JobPlan plan, int query) {
        ToldFailure told = ToldFailure.ofFile(failure.kind());
        Diagnostic diagnostic = diagnostic(failure, told).at(plan.at(query, "query"), "the result of this query");
        JobFailedException failed = new JobFailedException(diagnostic, told.retry());
        boolean ofTheJob = failure.kind() == CallFailure.Kind.NOT_FOUND || failure.kind() == CallFailure.Kind.TOO_LARGE;
        return ofTheJob ? failed.ofTheJob() : failed;
    }

    private static Diagnostic diagnostic(CallFailure failure, ToldFailure told) {
        StringBuilder message = new StringBuilder("could not " + failure.action() + ": " + told.what());
        failure.status()
                .ifPresent(status -> message.append(" (HTTP ").append(status).append(')'));
        String said = "The answer was: " + failure.message()
                + failure.code().map(c -> " [" + c + "]").orElse("")
                + failure.requestId().map(r -> "; request id " + r).orElse("")
                + failure.retryAfter().map(CallTrouble::asked).orElse("");
        return Diagnostic.of(told.code(), message.toString())
                .why(told.code().why() + " " + said)
                .fix(told.fix());
    }

    /** Whether the same question may be answered later: nothing is wrong with it, nor with who asks. */
    static boolean mayPass(CallFailure failure) {
        return switch (failure.kind()) {
            case UNREACHABLE, BROKEN, THROTTLED, SERVER_TROUBLE -> true;
            default -> false;
        };
    }

    private static String asked(Duration wait) {
        return ". The server asks to be left alone for "
                + (wait.toMinutes() < 2
                        ? wait.toSeconds() + " s"
                        : wait.toHours() < 2 ? wait.toMinutes() + " minutes" : wait.toHours() + " hours");
    }

    static Retry retry(CallFailure failure) {
        return ToldFailure.of(failure.kind()).retry();
    }
}
