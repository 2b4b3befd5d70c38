package io.github.aquaspec.client;

import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Transport;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Talks to one AQuA service. It may be used by many threads at once.
 *
 * <p>Every operation renews a stale token, sends a repeatable request again when the trouble may pass, and ends in a
 * value or in a {@link CallFailedException} that says why not.
 */
public final class AquaClient implements AutoCloseable {

    private static final int LONGEST_MESSAGE = 600;

    private final Transport transport;
    private final Calls calls;
    private final Redaction redaction;
    private final ServerClock serverClock;
    private final RequestListener listener;

    /**
     * Makes a client.
     *
     * @param redaction learns every secret that this client uses; what a server says passes through it before anyone
     *     sees it
     */
    public AquaClient(
            Transport transport, Service service, RetryPolicy retry, Pause pause, Clock clock, Redaction redaction) {
        this.transport = transport;
        this.redaction = redaction;
        transport.secrets().forEach(redaction::add);
        this.serverClock = new ServerClock(clock);
        this.calls = new Calls(
                transport,
                service,
                new Authenticator(service.credential(), clock, redaction),
                retry,
                pause,
                clock,
                serverClock);
        this.listener = RequestListener.NONE;
    }

    private AquaClient(AquaClient other, RequestListener listener) {
        this.transport = other.transport;
        this.redaction = other.redaction;
        this.serverClock = other.serverClock;
        this.calls = other.calls;
        this.listener = new RedactedRequests(listener, this::shown);
    }

    /**
     * The same client, for one of those who use it at once: what is asked through it is told to this listener. There is
     * nothing of its own in it to be closed.
     */
    public AquaClient telling(RequestListener told) {
        return new AquaClient(this, told);
    }

    /**
     * Submits a job. It is sent again only while no connection came about, and once more with a new token; what else goes
     * wrong is for the caller to judge, by {@link CallFailure#outcome()}.
     *
     * @param request the JSON body, as it goes over the wire in UTF-8
     * @param idempotencyKey with the same one, Zuora answers a repeated submission like the first, for 24 hours
     * @return the job, or the one that was submitted with this key before
     * @throws CallFailedException of kind REJECTED when AQuA does not take the job
     */
    public JobReply submit(String request, String idempotencyKey)
            throws CallFailedException, IOException, InterruptedException {
        return asked(new SubmitJob(request, idempotencyKey));
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
        return answered(new GetFile<>(fileId, served -> reader.read(served.counted(listener::received))));
    }

    /**
     * How far the server's clock is ahead of ours, to a few seconds. Signs in where that is a request of its own, so that
     * there is an answer to go by.
     *
     * @return empty when no answer has said what time it is
     */
    public Optional<Duration> clockOffset() throws CallFailedException, InterruptedException {
        try {
            calls.identity(listener);
        } catch (CallFailedException e) {
            throw redacted(e);
        }
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
        JobReply reply = answered(operation).redacted(redaction::apply, this::shown);
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

    private <T> T answered(Operation<T> operation) throws CallFailedException, IOException, InterruptedException {
        try {
            return calls.value(operation, listener);
        } catch (CallFailedException e) {
            throw redacted(e);
        }
    }

    /** A server may echo what we sent, and a proxy may quote it in an error page. */
    private CallFailedException redacted(CallFailedException trouble) {
        return new CallFailedException(trouble.failure().redacted(this::shown));
    }

    /** Shortened last: half a secret is not recognised, but at the end of a text that was cut. */
    private String shown(String words) {
        return shortened(Answers.isCut(words) ? redaction.applyToBeginning(words) : redaction.apply(words));
    }

    private static String shortened(String message) {
        return message.codePointCount(0, message.length()) <= LONGEST_MESSAGE
                ? message
                : message.substring(0, message.offsetByCodePoints(0, LONGEST_MESSAGE)) + "…";
    }
}
