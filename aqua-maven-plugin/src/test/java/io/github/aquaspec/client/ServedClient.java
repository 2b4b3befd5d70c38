package io.github.aquaspec.client;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.aquaspec.client.Credential.ClientCredentials;
import io.github.aquaspec.client.Credential.UserPassword;
import io.github.aquaspec.http.Framing;
import io.github.aquaspec.http.RawServer;
import io.github.aquaspec.http.RawServer.Reply;
import io.github.aquaspec.http.RawServer.Script;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A client, the server it talks to, and the time that both live in. */
final class ServedClient implements AutoCloseable {

    static final String JOB_ID = "0000000000000000000000000000000a";
    static final String JOB = "{\"id\":\"" + JOB_ID + "\",\"status\":\"completed\",\"batches\":[]}";

    static final Credential BASIC = new UserPassword("me", Secret.of("password"));
    static final Credential OAUTH = new ClientCredentials("id", Secret.of("s3cret-of-mine"));

    private static final Duration LONG = Duration.ofSeconds(20);

    final VirtualTime time = new VirtualTime();
    final RawServer server;
    final AquaClient client;

    ServedClient(Credential credential, Script script) throws IOException {
        this.server = new RawServer(script);
        this.client = client(server.url(), credential, time);
    }

    static AquaClient client(URI base, Credential credential, VirtualTime time) {
        return new AquaClient(
                new Transport("test", new TransportLimits(LONG, LONG)),
                new Service(base, credential, Map.of()),
                RetryPolicy.DEFAULT,
                time,
                time,
                new Redaction());
    }

    /** A client of a server that says one thing until it has said it so often, and then answers well. */
    static ServedClient after(int times, byte[] trouble) throws IOException {
        return new ServedClient(
                BASIC, (request, number) -> Reply.of(number < times ? trouble : Framing.LENGTH.json(200, JOB)));
    }

    static ServedClient always(byte[] answer) throws IOException {
        return after(Integer.MAX_VALUE, answer);
    }

    static byte[] token(String value) {
        return Framing.LENGTH.json(
                200, "{\"access_token\":\"" + value + "\",\"token_type\":\"bearer\",\"expires_in\":3599}");
    }

    static byte[] status(int status, String... headers) {
        return Framing.LENGTH.answer(status, List.of(headers), new byte[0]);
    }

    int requests() {
        return server.requests().size();
    }

    long requests(Predicate<RawServer.Request> which) {
        return server.requests().stream().filter(which).count();
    }

    static CallFailure failure(ThrowingCallable call) {
        return catchThrowableOfType(CallFailedException.class, call).failure();
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
