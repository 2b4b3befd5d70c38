package io.github.aquaspec.client;

import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.http.HttpAnswer;
import io.github.aquaspec.http.HttpCall;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.TransferBrokenException;
import io.github.aquaspec.http.Transport;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLException;

/**
 * Talks to one AQuA service. It may be used by many threads at once.
 *
 * <p>Every operation renews a stale token, sends a repeatable request again when the trouble may pass, and ends in a
 * value or in a {@link CallFailedException} that says why not.
 */
public final class AquaClient implements AutoCloseable {

    private static final int LONGEST_MESSAGE = 600;

    private final Transport transport;
    private final Service service;
    private final Authenticator authenticator;
    private final RetryPolicy retry;
    private final Pause pause;
    private final Redaction redaction;
    private final ServerClock serverClock;

    /**
     * Makes a client.
     *
     * @param redaction learns every secret that this client uses; what a server says passes through it before anyone
     *     sees it
     */
    public AquaClient(
            Transport transport, Service service, RetryPolicy retry, Pause pause, Clock clock, Redaction redaction) {
        this.transport = transport;
        this.service = service;
        this.authenticator = new Authenticator(service.credential(), clock, redaction);
        this.retry = retry;
        this.pause = pause;
        this.redaction = redaction;
        this.serverClock = new ServerClock(clock);
    }

    /**
     * Submits a job.
     *
     * @param request the JSON body, as it goes over the wire in UTF-8
     * @throws CallFailedException of kind REJECTED when AQuA does not take the job
     */
    public JobReply submit(String request) throws CallFailedException, IOException, InterruptedException {
        return asked(new SubmitJob(request));
    }

    /** Asks how a job stands. */
    public JobReply job(String jobId) throws CallFailedException, IOException, InterruptedException {
        return asked(new GetJob(jobId));
    }

    /**
     * Cancels a job that has not come to an end.
     *
     * @throws CallFailedException when AQuA does not cancel it, for it has ended or is not known
     */
    public JobReply cancel(String jobId) throws CallFailedException, IOException, InterruptedException {
        return asked(new CancelJob(jobId));
    }

    /**
     * Looks up the last job that was completed in the session of a partner and a project.
     *
     * @return empty when there is none, or Zuora has deleted it
     */
    public Optional<JobReply> lastJob(String partner, String project)
            throws CallFailedException, IOException, InterruptedException {
        try {
            return Optional.of(asked(new GetLastJob(partner, project)));
        } catch (CallFailedException e) {
            if (e.failure().kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Downloads a result file. A transfer that breaks off is not begun again: only the reader's owner knows what was
     * kept of it.
     *
     * @throws CallFailedException of kind BROKEN when the transfer broke off
     * @throws IOException when the reader cannot store what it reads
     */
    public <T> T file(String fileId, FileReader<T> reader)
            throws CallFailedException, IOException, InterruptedException {
        return authenticated(new GetFile<>(fileId, reader));
    }

    /**
     * How far the server's clock is ahead of ours, to a few seconds. Signs in where that is a request of its own, so that
     * there is an answer to go by.
     *
     * @return empty when no answer has said what time it is
     */
    public Optional<Duration> clockOffset() throws CallFailedException, InterruptedException {
        authenticator.headers(this::token);
        return serverClock.ahead();
    }

    /** A text without the secrets of this client: for words that come from elsewhere and are shown, cut off perhaps. */
    public String withoutSecrets(String text) {
        return redaction.applyToBeginning(text);
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }

    /** A job without our secrets in it: a server may echo what we sent, and some of what it says is written down. */
    private JobReply asked(Operation<JobReply> operation)
            throws CallFailedException, IOException, InterruptedException {
        JobReply reply = authenticated(operation).redacted(redaction::apply, text -> shortened(redaction.apply(text)));
        if (!reply.hasPlainIds()) {
            throw new CallFailedException(new CallFailure(
                    Kind.NOT_AQUA,
                    operation.action(),
                    Optional.empty(),
                    Optional.empty(),
                    "an id is letters, digits, - and _, at most 64 of them; this answer has another one",
                    Optional.empty()));
        }
        return reply;
    }

    private <T> T authenticated(Operation<T> operation) throws CallFailedException, IOException, InterruptedException {
        Map<String, String> identity = authenticator.headers(this::token);
        try {
            return repeated(operation, identity);
        } catch (CallFailedException e) {
            if (e.failure().kind() != Kind.UNAUTHORIZED || !authenticator.renew(identity)) {
                throw e;
            }
        }
        return repeated(operation, authenticator.headers(this::token));
    }

    private GetToken.Token token(GetToken operation) throws CallFailedException, InterruptedException {
        try {
            return repeated(operation, Map.of());
        } catch (IOException e) {
            throw redacted(unanswered(operation, e));
        }
    }

    private <T> T repeated(Operation<T> operation, Map<String, String> identity)
            throws CallFailedException, IOException, InterruptedException {
        HttpCall call = operation.call(service.base()).with(service.headers()).with(identity);
        for (int attempt = 1; ; attempt++) {
            Optional<String> asked = Optional.empty();
            CallFailedException trouble;
            try (HttpAnswer answer = sent(operation, call)) {
                serverClock.heard(answer);
                if (answer.status() / 100 == 2) {
                    return operation.read(answer);
                }
                asked = answer.header("Retry-After");
                trouble = Answers.refusal(operation.action(), answer);
            } catch (TransferBrokenException e) {
                trouble = unanswered(operation, e);
            } catch (CallFailedException e) {
                trouble = e;
            }
            Optional<Duration> wait = mayPass(operation, trouble)
                    ? retry.before(attempt, asked, ThreadLocalRandom.current())
                    : Optional.empty();
            if (wait.isEmpty()) {
                throw redacted(trouble);
            }
            pause.of(wait.get());
        }
    }

    private HttpAnswer sent(Operation<?> operation, HttpCall call) throws CallFailedException {
        try {
            return transport.send(call);
        } catch (IOException e) {
            throw unanswered(operation, e);
        }
    }

    private boolean mayPass(Operation<?> operation, CallFailedException trouble) {
        CallFailure failure = trouble.failure();
        return operation.isRepeatable()
                && switch (failure.kind()) {
                    case UNREACHABLE -> true;
                    case BROKEN -> operation.forgetsBrokenBodies();
                    default -> failure.status().filter(retry::isPassing).isPresent();
                };
    }

    /** A server may echo what we sent, and a proxy may quote it in an error page. */
    private CallFailedException redacted(CallFailedException trouble) {
        CallFailure said = trouble.failure();
        return new CallFailedException(new CallFailure(
                said.kind(),
                said.action(),
                said.status(),
                said.code().map(redaction::apply).map(AquaClient::shortened),
                shortened(redaction.apply(said.message())),
                said.requestId().map(redaction::apply).map(AquaClient::shortened)));
    }

    /** Shortened last: half a secret is not recognised. */
    private static String shortened(String message) {
        return message.codePointCount(0, message.length()) <= LONGEST_MESSAGE
                ? message
                : message.substring(0, message.offsetByCodePoints(0, LONGEST_MESSAGE)) + "…";
    }

    private static CallFailedException unanswered(Operation<?> operation, IOException e) {
        Kind kind = e instanceof SSLException
                ? Kind.UNTRUSTED
                : e instanceof TransferBrokenException ? Kind.BROKEN : Kind.UNREACHABLE;
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new CallFailedException(new CallFailure(
                kind, operation.action(), Optional.empty(), Optional.empty(), message, Optional.empty()));
    }
}
