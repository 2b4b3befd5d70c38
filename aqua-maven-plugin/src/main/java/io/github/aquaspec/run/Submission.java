package io.github.aquaspec.run;

import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.event.RequestStep;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.plan.IdempotencyKey;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.state.Journal;
import io.github.aquaspec.run.state.JournalEntry;
import io.github.aquaspec.run.state.RunKey;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.run.state.TargetIdentity;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends a job until it is certain what became of it: the same bytes under the same key, as often as it takes. Another key
 * means another job, and is taken only when Zuora's no is known to be a kept one, by its request id: then the key will
 * never bring anything else.
 *
 * @param journal where each key is written down before it is used
 */
record Submission(RunTools tools, Journal journal, TargetIdentity target) {

    /** How long Zuora may be in trouble before the run ends; the next one goes on from there. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final String REQUEST = "POST /v1/batch-query/";
    private static final int MOST_KEYS = 5;
    private static final int MOST_STRANGE_ANSWERS = 3;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /**
     * Sends a job whose intent is not written down yet.
     *
     * @param attempt counts the keys of the run, from 1
     */
    JobReply first(JobPlan plan, RunKey key, int attempt)
            throws JobFailedException, StateException, IOException, InterruptedException {
        intend(plan, key, attempt);
        return sent(plan, key, attempt, false);
    }

    /** Sends a job whose intent is written down: it may be there already. */
    JobReply again(JobPlan plan, RunKey key, int begun)
            throws JobFailedException, StateException, IOException, InterruptedException {
        return sent(plan, key, begun, true);
    }

    private JobReply sent(JobPlan plan, RunKey key, int begun, boolean before)
            throws JobFailedException, StateException, IOException, InterruptedException {
        Instant end = tools.clock().instant().plus(PATIENCE);
        int attempt = begun;
        int strange = 0;
        Optional<String> refused = Optional.empty();
        for (int sent = 1; ; sent++) {
            CallFailure failure;
            try {
                JobReply reply = tools.client().submit(plan.request(), IdempotencyKey.of(target, plan, key, attempt));
                journal.append(new JournalEntry.Submitted(reply.id(), Optional.empty()));
                return reply;
            } catch (CallFailedException e) {
                failure = e.failure();
            }
            strange += failure.kind() == CallFailure.Kind.NOT_AQUA ? 1 : 0;
            boolean kept =
                    failure.requestId().isPresent() && failure.requestId().equals(refused);
            if (!mayPass(failure) || strange > MOST_STRANGE_ANSWERS) {
                throw refusal(plan, failure);
            }
            if (kept && attempt - begun + 1 < MOST_KEYS) {
                attempt++;
                refused = Optional.empty();
                intend(plan, key, attempt);
                tell(plan, sent, failure, Duration.ZERO);
                continue;
            }
            boolean isNo = isNo(plan, failure);
            Duration wait = wait(failure, sent);
            boolean isTooLong = tools.clock().instant().plus(wait).isAfter(end);
            // It may be the answer to a run before, its wait long over: what comes next tells.
            boolean mayBeKept = before && sent == 1 && isNo;
            if (kept || (isTooLong && !mayBeKept)) {
                throw refusal(plan, failure);
            }
            refused = isNo ? failure.requestId() : refused;
            Duration chosen = isTooLong ? SHORTEST : wait;
            tell(plan, sent, failure, chosen);
            tools.pause().of(chosen);
        }
    }

    private void tell(JobPlan plan, int sent, CallFailure failure, Duration wait) {
        Diagnostic trouble = refusal(plan, failure).diagnostics().get(0);
        tools.listener().on(new RunEvent.Requested(plan.id(), new RequestStep.Repeated(REQUEST, sent, trouble, wait)));
    }

    private void intend(JobPlan plan, RunKey key, int attempt)
            throws JobFailedException, StateException, InterruptedException {
        journal.append(new JournalEntry.Intent(
                IdempotencyKey.of(target, plan, key, attempt),
                attempt,
                tools.serverNow().instant()));
    }

    /** Whether the same request may be taken later. What never went out was tried long enough by the client. */
    private static boolean mayPass(CallFailure failure) {
        return switch (failure.kind()) {
            case BROKEN, THROTTLED, SERVER_TROUBLE, CONFLICT, NOT_AQUA -> true;
            case REJECTED -> Rejection.retry(failure) == Retry.LATER;
            case REFUSED -> failure.status().filter(status -> status == 408).isPresent();
            default -> false;
        };
    }

    /**
     * Whether the answer says that there is no job. A kept one that does not say so may have one behind it, and a session
     * must not have a second one then: it would leave the changes of the first one out.
     */
    private static boolean isNo(JobPlan plan, CallFailure failure) {
        boolean isSettled = failure.outcome() == CallFailure.Outcome.ANSWERED
                || (!plan.spec().isStateful()
                        && failure.status().filter(status -> status >= 500).isPresent());
        return isSettled && failure.kind() != CallFailure.Kind.CONFLICT;
    }

    /** Full jitter, and never less than Zuora asks for. */
    private static Duration wait(CallFailure failure, int sent) {
        long bound = Math.min(LONGEST.toMillis(), SHORTEST.toMillis() << Math.min(sent, 10));
        Duration drawn = Duration.ofMillis(
                SHORTEST.toMillis() + ThreadLocalRandom.current().nextLong(bound));
        return failure.retryAfter().filter(asked -> asked.compareTo(drawn) > 0).orElse(drawn);
    }

    private static JobFailedException refusal(JobPlan plan, CallFailure failure) {
        return failure.kind() == CallFailure.Kind.REJECTED
                ? new JobFailedException(Rejection.of(plan, failure), Rejection.retry(failure)).ofTheJob()
                : CallTrouble.ofSubmission(failure);
    }
}
