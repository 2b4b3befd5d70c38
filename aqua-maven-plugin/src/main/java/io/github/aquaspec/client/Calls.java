package io.github.aquaspec.client;

import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.http.HostGate;
import io.github.aquaspec.http.HttpAnswer;
import io.github.aquaspec.http.HttpCall;
import io.github.aquaspec.http.NoConnectionException;
import io.github.aquaspec.http.NotHttpException;
import io.github.aquaspec.http.RetryBucket;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Setback;
import io.github.aquaspec.http.TransferBrokenException;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.Tries;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends the request of an operation, again where that may help and does no harm, until there is a value or a failure.
 *
 * <p>What a server has not heard is sent again in any case. What it may have acted on is sent again when it is repeatable.
 * A refused token is renewed, and the request goes out again with the new one; refused with that one too, it fails.
 */
final class Calls {

    /** Statuses that may be gone on the next try (Zuora developer guide, Error handling; 408 by its meaning). */
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    private final Transport transport;
    private final Service service;
    private final Authenticator authenticator;
    private final RetryPolicy policy;
    private final RetryBucket bucket = new RetryBucket();
    private final HostGate gate;
    /** Tokens have limits of their own (Zuora developer reference, Rate and concurrency limits). */
    private final HostGate tokenGate;

    private final Pause pause;
    private final Clock clock;
    private final ServerClock serverClock;
    private volatile boolean hostHasAnswered;

    Calls(
            Transport transport,
            Service service,
            Authenticator authenticator,
            RetryPolicy policy,
            Pause pause,
            Clock clock,
            ServerClock serverClock) {
        this.transport = transport;
        this.service = service;
        this.authenticator = authenticator;
        this.policy = policy;
        this.pause = pause;
        this.clock = clock;
        this.gate = new HostGate(Transport.CONNECTIONS, clock);
        this.tokenGate = new HostGate(Transport.CONNECTIONS, clock);
        this.serverClock = serverClock;
    }

    private record Trouble(CallFailure failure, boolean timeout) {}

    /**
     * The value that an operation ends in.
     *
     * @param listener is told of its request
     * @throws CallFailedException when it ends in none
     * @throws IOException when what is read cannot be stored
     */
    <T> T value(Operation<T> operation, RequestListener listener)
            throws CallFailedException, IOException, InterruptedException {
        RequestCourse course = new RequestCourse(listener, clock);
        Tries tries = new Tries(policy, bucket, ThreadLocalRandom.current(), clock.instant());
        boolean refused = false;
        while (true) {
            Map<String, String> identity = identity(operation, listener);
            Trouble trouble;
            try {
                T value = once(operation, identity, course, tries);
                course.answered();
                tries.succeeded();
                return value;
            } catch (CallFailedException e) {
                course.answered();
                trouble = new Trouble(e.failure(), false);
            } catch (NoConnectionException e) {
                trouble = unanswered(
                        failure(e.isUntrusted() ? Kind.UNTRUSTED : Kind.UNREACHABLE, operation, e),
                        e.isTimeout(),
                        course);
            } catch (TransferBrokenException e) {
                trouble = unanswered(failure(Kind.BROKEN, operation, e), e.isTimeout(), course);
            } catch (NotHttpException e) {
                trouble = unanswered(failure(Kind.NOT_AQUA, operation, e), false, course);
            } catch (IOException e) {
                course.answered();
                throw e;
            }
            boolean refusedBefore = refused;
            refused = trouble.failure().kind() == Kind.UNAUTHORIZED;
            if (refused && !refusedBefore && !operation.isAnonymous() && authenticator.renew(identity)) {
                course.repeats(trouble.failure(), Duration.ZERO);
                continue;
            }
            Optional<Duration> wait = setback(operation, trouble)
                    .flatMap(setback -> tries.afterSetback(
                            setback, trouble.failure().retryAfter(), hostHasAnswered, clock.instant()));
            if (wait.isEmpty()) {
                throw new CallFailedException(trouble.failure());
            }
            course.repeats(trouble.failure(), wait.get());
            pause.of(wait.get());
        }
    }

    private static Trouble unanswered(CallFailure failure, boolean timeout, RequestCourse course) {
        course.failed(failure);
        return new Trouble(failure, timeout);
    }

    /** The headers that say who we are, with a token that is good now. */
    Map<String, String> identity(RequestListener listener) throws CallFailedException, InterruptedException {
        return authenticator.headers(operation -> token(operation, listener));
    }

    private Map<String, String> identity(Operation<?> operation, RequestListener listener)
            throws CallFailedException, InterruptedException {
        return operation.isAnonymous() ? Map.of() : identity(listener);
    }

    private GetToken.Token token(GetToken operation, RequestListener listener)
            throws CallFailedException, InterruptedException {
        try {
            return value(operation, listener);
        } catch (CallFailedException e) {
            throw new CallFailedException(e.failure().beforeSending());
        } catch (IOException e) {
            throw new IllegalStateException("a token is stored nowhere", e);
        }
    }

    private <T> T once(Operation<T> operation, Map<String, String> identity, RequestCourse course, Tries tries)
            throws CallFailedException, IOException, InterruptedException {
        HttpCall call = operation.call(service.base()).with(service.headers()).with(identity);
        HostGate way = operation.isAnonymous() ? tokenGate : gate;
        HostGate.Lane lane = lane(way, call, course, tries);
        try (HttpAnswer answer = sent(call, lane, course)) {
            course.heard(answer);
            hostHasAnswered = true;
            serverClock.heard(answer);
            try {
                if (answer.status() / 100 != 2) {
                    return operation.readRefusal(answer);
                }
                Answers.requirePlain(operation.action(), answer);
                T value = operation.read(answer);
                lane.answered();
                return value;
            } catch (CallFailedException e) {
                CallFailure failure = e.failure().asking(answer.retryAfter(clock.instant()));
                heed(failure, way, lane);
                throw new CallFailedException(failure);
            }
        }
    }

    private HttpAnswer sent(HttpCall call, HostGate.Lane lane, RequestCourse course) throws IOException {
        try (lane) {
            course.sent(call);
            return transport.send(call);
        }
    }

    /** A way to the host, once it lets us in. Whoever has no time left for that goes in all the same, to be told no. */
    private HostGate.Lane lane(HostGate way, HttpCall call, RequestCourse course, Tries tries)
            throws InterruptedException {
        while (true) {
            HostGate.Lane lane = way.enter();
            Optional<Duration> wait = tries.whileClosed(way.closedUntil(), clock.instant());
            if (wait.isEmpty()) {
                return lane;
            }
            lane.close();
            course.held(call, wait.get());
            pause.of(wait.get());
        }
    }

    /**
     * What was asked of one request holds for all, but not for longer than any of them is tried: each hears that for itself,
     * and fails.
     */
    private void heed(CallFailure failure, HostGate way, HostGate.Lane lane) {
        if (failure.kind() == Kind.THROTTLED) {
            lane.refused();
        }
        if (failure.kind() == Kind.THROTTLED
                || failure.status().filter(s -> s == 503).isPresent()) {
            failure.retryAfter()
                    .filter(wait -> wait.compareTo(policy.budget()) <= 0)
                    .ifPresent(way::close);
        }
    }

    /** What kind of trouble it is for the next try; empty when there must be none. */
    private static Optional<Setback> setback(Operation<?> operation, Trouble trouble) {
        CallFailure failure = trouble.failure();
        Setback passing = trouble.timeout() ? Setback.TIMEOUT : Setback.PASSING;
        if (failure.kind() == Kind.UNREACHABLE) {
            return Optional.of(passing);
        }
        if (!operation.isRepeatable()) {
            return Optional.empty();
        }
        return switch (failure.kind()) {
            case BROKEN -> Optional.of(passing).filter(s -> operation.forgetsBrokenBodies());
            case NOT_AQUA -> Optional.of(Setback.ODD_ANSWER);
            case THROTTLED -> Optional.of(Setback.THROTTLED);
            default ->
                failure.status()
                        .filter(status -> PASSING.contains(status) || isPassingInItsWords(failure))
                        .map(status -> failure.retryAfter().isPresent() ? Setback.THROTTLED : Setback.PASSING);
        };
    }

    /** Trouble inside, told with a status that says nothing of it. */
    private static boolean isPassingInItsWords(CallFailure failure) {
        return failure.kind() == Kind.SERVER_TROUBLE
                && failure.status().filter(s -> s < 500).isPresent();
    }

    private static CallFailure failure(Kind kind, Operation<?> operation, IOException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new CallFailure(kind, operation.action(), Optional.empty(), Optional.empty(), message, Optional.empty());
    }
}
