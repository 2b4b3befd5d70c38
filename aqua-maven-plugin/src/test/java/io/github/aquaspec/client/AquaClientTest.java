package io.github.aquaspec.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.client.ScriptedServer.Answer;
import io.github.aquaspec.client.ScriptedServer.Asked;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AquaClientTest {

    @RegisterExtension
    private final OpenClients clients = new OpenClients();

    private static final String JOB = """
            {"id":"0000000000000000000000000000000a","status":"completed","startTime":"2026-11-22T02:00:03+0000",
             "batches":[{"batchId":"b","name":"Account","query":"select Id from Account","status":"completed",
              "recordCount":"2","full":true,"apiVersion":"145.0","fileId":"f","message":""}]}
            """;

    private final List<Duration> pauses = new ArrayList<>();
    private final Redaction redaction = new Redaction();
    private ScriptedServer server;
    private Instant now = Instant.parse("2026-11-22T02:00:00Z");

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sends_theBodyAsItIs_andNoOtherCredentialThanItsOwn() throws Exception {
        server.then(Answer.json(200, JOB));

        JobReply job = client(new Credential.UserPassword("me", Secret.of("pass word")))
                .submit("{ \"queries\" : [] }", "key-1");

        Asked asked = server.asked().get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo("/v1/batch-query/");
        assertThat(asked.body()).isEqualTo("{ \"queries\" : [] }");
        assertThat(asked.header("Authorization")).isEqualTo("Basic bWU6cGFzcyB3b3Jk");
        assertThat(asked.header("apiSecretAccessKey")).isEmpty();
        assertThat(asked.header("Idempotency-Key")).isEqualTo("key-1");
        assertThat(asked.header("Zuora-Entity-Ids")).isEqualTo("e-1");
        assertThat(job.batches().get(0).batchId()).contains("b");
        assertThat(job.batches().get(0).recordCount()).contains(2L);
        assertThat(job.batches().get(0).message()).isEmpty();
    }

    @Test
    void sends_bothKeyHeaders_givenAKeyPair() throws Exception {
        server.then(Answer.json(200, JOB));

        client(new Credential.KeyPair("key", Secret.of("secret!"))).job("a");

        assertThat(server.asked().get(0).header("apiAccessKeyId")).isEqualTo("key");
        assertThat(server.asked().get(0).header("apiSecretAccessKey")).isEqualTo("secret!");
    }

    @Test
    void gets_aTokenOnce_andRenewsItBeforeItExpires() throws Exception {
        server.then(token("one")).then(Answer.json(200, JOB)).then(Answer.json(200, JOB));
        AquaClient client = client(oauth());
        client.job("a");
        now = now.plusSeconds(3298);
        client.job("a");
        server.then(token("two")).then(Answer.json(200, JOB));
        now = now.plusSeconds(2);
        client.job("a");

        assertThat(server.asked())
                .extracting(a -> a.path() + " " + a.header("Authorization"))
                .containsExactly(
                        "/oauth/token ",
                        "/v1/batch-query/jobs/a Bearer one",
                        "/v1/batch-query/jobs/a Bearer one",
                        "/oauth/token ",
                        "/v1/batch-query/jobs/a Bearer two");
        assertThat(server.asked().get(0).body())
                .isEqualTo("client_id=id&client_secret=s%26cret&grant_type=client_credentials");
        assertThat(server.asked().get(0).header("Zuora-Entity-Ids")).isEqualTo("e-1");
    }

    @Test
    void takes_aTokenThatDoesNotSayHowLongItLives_forOneOfAnHour() throws Exception {
        String silent = "{\"access_token\":\"%s\"}";
        server.then(Answer.json(200, silent.formatted("one")))
                .then(Answer.json(200, JOB))
                .then(Answer.json(200, JOB))
                .then(Answer.json(200, silent.formatted("two")))
                .then(Answer.json(200, JOB));
        AquaClient client = client(oauth());
        client.job("a");
        now = now.plusSeconds(3298);
        client.job("a");
        now = now.plusSeconds(2);
        client.job("a");

        assertThat(server.asked())
                .extracting(a -> a.header("Authorization"))
                .containsExactly("", "Bearer one", "Bearer one", "", "Bearer two");
    }

    @Test
    void renews_theToken_whenItIsRefused_andGoesOn() throws Exception {
        server.then(token("stale")).then(unauthorized()).then(token("fresh")).then(Answer.json(200, JOB));

        assertThat(client(oauth()).submit("{}", "key-1").id()).hasSize(32);

        assertThat(server.asked()).hasSize(4);
        assertThat(server.asked().get(3).header("Authorization")).isEqualTo("Bearer fresh");
    }

    @Test
    void fails_whenTheNewTokenIsRefusedToo() throws Exception {
        server.then(token("one")).then(unauthorized()).then(token("two")).then(unauthorized());

        assertThat(failure(() -> client(oauth()).job("a")).kind()).isEqualTo(Kind.UNAUTHORIZED);
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void fails_atOnce_whenThereIsNothingToRenew() throws Exception {
        server.then(unauthorized());

        assertThat(failure(() -> client(new Credential.BearerToken(Secret.of("t")))
                                .job("a"))
                        .kind())
                .isEqualTo(Kind.UNAUTHORIZED);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void tells_aRejectedJob_fromATakenOne_bothWith200() throws Exception {
        server.then(Answer.json(
                200,
                "{\"errorCode\":\"90005\",\"message\":\"There is a syntax error (There is no field named Foo.)\","
                        + "\"status\":\"error\",\"batches\":[]}"));

        CallFailure failure = failure(() -> basic().submit("{}", "key-1"));

        assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
        assertThat(failure.code()).contains("90005");
        assertThat(failure.message()).contains("no field named Foo");
    }

    @Test
    void tells_aMalformedRequest() throws Exception {
        server.then(Answer.json(200, "{\"success\":false,\"code\":50000090,\"message\":\"Oops\"}"));

        CallFailure failure = failure(() -> basic().submit("{}", "key-1"));

        assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(failure.code()).contains("50000090");
    }

    @Test
    void reads_reasons_withTheirRequestId() throws Exception {
        server.then(Answer.json(
                        200,
                        "{\"success\":false,\"processId\":\"X\",\"reasons\":[{\"code\":50000040,\"message\":\"Cannot find"
                                + " it\"}]}")
                .with("Zuora-Request-Id", "r-1"));

        CallFailure failure = failure(() -> basic().job("a"));

        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure.code()).contains("50000040");
        assertThat(failure.message()).isEqualTo("Cannot find it");
        assertThat(failure.requestId()).contains("r-1");
    }

    @Test
    void fails_whenA200IsALoginPage() throws Exception {
        Answer page = Answer.of(200, "text/html", "<html>\n<title>Log in</title>");
        server.then(page).then(page).then(page);

        CallFailure failure = failure(() -> basic().job("a"));

        assertThat(failure.kind()).isEqualTo(Kind.NOT_AQUA);
        assertThat(failure.message()).isEqualTo("<html> <title>Log in</title>");
    }

    @Test
    void fails_whenAJobHasNoId() throws Exception {
        server.then(Answer.json(200, "{\"status\":\"submitted\"}"));

        assertThat(failure(() -> basic().submit("{}", "key-1")).message()).contains("no id");
    }

    @Test
    void asks_again_whileTroubleMayPass_andWaitsAsAsked() throws Exception {
        server.then(Answer.of(503, "text/plain", "busy"))
                .then(Answer.of(429, "text/plain", "slow down").with("Retry-After", "7"))
                .then(Answer.json(200, JOB));

        assertThat(basic().job("a").id()).hasSize(32);

        assertThat(pauses).hasSize(2);
        assertThat(pauses.get(1)).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void never_submitsTwice_whenTheAnswerIsTrouble() throws Exception {
        server.then(Answer.of(503, "text/plain", "busy")).then(Answer.json(200, JOB));

        assertThat(failure(() -> basic().submit("{}", "key-1")).kind()).isEqualTo(Kind.SERVER_TROUBLE);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void follows_noRedirect() throws Exception {
        server.then(Answer.of(302, "text/plain", "").with("Location", "http://127.0.0.1:1/elsewhere"));

        CallFailure failure = failure(() -> basic().job("a"));

        assertThat(failure.kind()).isEqualTo(Kind.REDIRECTED);
        assertThat(failure.status()).contains(302);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void tells_aFileThatIsTooLarge_fromOneWithoutPermission() throws Exception {
        server.then(Answer.of(403, "application/xml", "<security:max-object-size>2047MB</security:max-object-size>"))
                .then(Answer.of(403, "text/plain", "no"));

        assertThat(failure(() -> basic().file("f", file -> file.bytes().readAllBytes()))
                        .kind())
                .isEqualTo(Kind.TOO_LARGE);
        assertThat(failure(() -> basic().file("f", file -> file.bytes().readAllBytes()))
                        .kind())
                .isEqualTo(Kind.FORBIDDEN);
    }

    @Test
    void says_thatATransferBroke_whenABodyIsShorterThanAnnounced() throws Exception {
        server.then(Answer.of(200, "text/csv", "Id\n1\n").cutShort(10));

        assertThat(failure(() -> basic().file("f", file -> file.bytes().readAllBytes()))
                        .kind())
                .isEqualTo(Kind.BROKEN);
        assertThat(server.asked().get(0).header("Accept-Encoding")).isEqualTo("identity");
        assertThat(server.asked().get(0).header("Accept")).isEmpty();
    }

    @Test
    void passes_troubleOfTheReaderOn_asItIs() throws Exception {
        server.then(Answer.of(200, "text/csv", "Id\n1\n"));
        IOException full = new IOException("no space left");

        assertThat(catchThrowableOfType(
                        IOException.class,
                        () -> basic().file("f", in -> {
                            throw full;
                        })))
                .isSameAs(full);
    }

    @Test
    void says_thatAHostIsNotReached() throws Exception {
        URI closed = server.url();
        server.close();
        Service nowhere = new Service(closed, new Credential.UserPassword("me", Secret.of("password")), Map.of());

        CallFailure failure = failure(() -> client(nowhere).job("a"));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.action()).isEqualTo("ask for job a");
        assertThat(pauses).hasSize(19);
    }

    @Test
    void treats_anIdOfTheServer_asData_neverAsAPath() throws Exception {
        server.then(Answer.json(200, JOB));

        basic().job("../../oauth/token?x#y");

        assertThat(server.asked().get(0).path())
                .isEqualTo("/v1/batch-query/jobs/%2E%2E%2F%2E%2E%2Foauth%2Ftoken%3Fx%23y");
    }

    @Test
    void keeps_thePathOfABaseUrl() throws Exception {
        server.then(token("one")).then(Answer.json(200, JOB));
        Service behind = new Service(URI.create(server.url() + "/gateway/zuora/"), oauth(), Map.of());

        client(behind).job("a");

        assertThat(server.asked())
                .extracting(Asked::path)
                .containsExactly("/gateway/zuora/oauth/token", "/gateway/zuora/v1/batch-query/jobs/a");
    }

    @Test
    void prefers_segments_whenAFileStandsBesideThem() throws Exception {
        server.then(
                Answer.json(
                        200,
                        "{\"id\":\"a\",\"status\":\"completed\",\"batches\":[{\"fileId\":\"f\",\"segments\":[\"s1\",\"s2\"]}]}"));

        assertThat(basic().job("a").batches().get(0).files()).containsExactly("s1", "s2");
    }

    private AquaClient basic() {
        return client(new Credential.UserPassword("me", Secret.of("password")));
    }

    private static Credential oauth() {
        return new Credential.ClientCredentials("id", Secret.of("s&cret"));
    }

    private AquaClient client(Credential credential) {
        return client(new Service(server.url(), credential, Map.of("Zuora-Entity-Ids", "e-1")));
    }

    private AquaClient client(Service service) {
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        return clients.add(new AquaClient(
                new Transport("test", new TransportLimits(Duration.ofSeconds(5), Duration.ofSeconds(5))),
                service,
                RetryPolicy.DEFAULT,
                pauses::add,
                clock,
                redaction));
    }

    private static Answer token(String value) {
        return Answer.json(200, "{\"access_token\":\"" + value + "\",\"token_type\":\"bearer\",\"expires_in\":3599}");
    }

    private static Answer unauthorized() {
        return Answer.json(
                401, "{\"success\":false,\"reasons\":[{\"code\":90000011,\"message\":\"please sign in first\"}]}");
    }

    private static CallFailure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(CallFailedException.class, call).failure();
    }
}
