package io.github.aquaspec.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.client.ScriptedServer.Answer;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that are cancelled, looked up by their session, and not known: success is read from the body. */
class SessionOperationsTest {

    @RegisterExtension
    private final OpenClients clients = new OpenClients();

    private static final String JOB = "0000000000000000000000000000000a";
    private static final String UNKNOWN_WITH_200 =
            "{\"errorCode\":\"90002\",\"message\":\"Invalid Job Id.\",\"status\":\"error\",\"batches\":[]}";
    private static final String UNKNOWN_WITH_REASONS =
            "{\"success\":false,\"reasons\":[{\"code\":50000040,\"message\":\"Cannot find it\"}]}";

    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void cancels_aJob_andReadsWhatBecameOfIt() throws Exception {
        server.then(Answer.json(200, "{\"id\":\"" + JOB + "\",\"status\":\"cancelled\",\"batches\":[]}"));

        assertThat(client().cancel(JOB).status()).isEqualTo(JobStatus.CANCELLED);

        assertThat(server.asked().get(0).method()).isEqualTo("DELETE");
        assertThat(server.asked().get(0).path()).isEqualTo("/v1/batch-query/jobs/" + JOB);
    }

    @Test
    void says_thatAJobIsNotCancelled_thoughTheStatusIs200() {
        server.then(Answer.json(
                200, "{\"errorCode\":\"90003\",\"message\":\"Invalid Job Id for job cancellation.\",\"batches\":[]}"));

        CallFailure failure = failure(() -> client().cancel(JOB));

        assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
        assertThat(failure.code()).contains("90003");
    }

    @Test
    void looksUp_theLastJobOfASession_andWhatItRepeatsOfItsRequest() throws Exception {
        server.then(Answer.json(200, """
                {"id":"0000000000000000000000000000000a","status":"completed","version":1.1,"format":"GZIP",
                 "encrypted":"none","partner":"p","project":"q","offset":600,"incrementalTime":1421865001000,
                 "startTime":"2026-11-22T02:00:03+0000",
                 "batches":[{"name":"Account","query":"select Id from Account","status":"completed",
                  "batchType":"zoqlexport","deleted":{"column":"MyDeleted","format":"Numeric"},"fileId":"f"}]}
                """));

        JobReply job = client().lastJob("p", "q").orElseThrow();

        assertThat(server.asked().get(0).method()).isEqualTo("GET");
        assertThat(server.asked().get(0).path()).isEqualTo("/v1/batch-query/jobs/partner/p/project/q");
        assertThat(job.echo().version()).contains("1.1");
        assertThat(job.echo().format()).contains("GZIP");
        assertThat(job.echo().project()).contains("q");
        assertThat(job.echo().offset()).contains(600);
        assertThat(job.echo().incrementalTime()).contains("1421865001000");
        assertThat(job.batches().get(0).type()).contains("zoqlexport");
        assertThat(job.batches().get(0).deleted())
                .contains(new BatchReply.DeletedEcho("MyDeleted", java.util.Optional.of("Numeric")));
    }

    @Test
    void encodes_partnerAndProject_asSegmentsOfThePath() throws Exception {
        server.then(Answer.json(404, UNKNOWN_WITH_REASONS));

        client().lastJob("a/b c", "..?ü");

        assertThat(server.asked().get(0).path())
                .isEqualTo("/v1/batch-query/jobs/partner/a%2Fb%20c/project/%2E%2E%3F%C3%BC");
    }

    @Test
    void finds_noLastJob_inWhicheverWayTheServerSaysSo() throws Exception {
        server.then(Answer.json(200, UNKNOWN_WITH_200))
                .then(Answer.json(200, UNKNOWN_WITH_REASONS))
                .then(Answer.json(400, UNKNOWN_WITH_REASONS))
                .then(Answer.json(404, UNKNOWN_WITH_REASONS));

        for (int i = 0; i < 4; i++) {
            assertThat(client().lastJob("p", "q")).isEmpty();
        }
    }

    @Test
    void doesNotTake_anAnswerOfAnotherKind_forNoJob() {
        Answer page = Answer.of(200, "text/html", "<html>Log in</html>");
        server.then(page)
                .then(page)
                .then(page)
                .then(Answer.json(200, "{\"errorCode\":\"90009\",\"message\":\"User is not authorized.\"}"));

        assertThat(failure(() -> client().lastJob("p", "q")).kind()).isEqualTo(Kind.NOT_AQUA);
        assertThat(failure(() -> client().lastJob("p", "q")).kind()).isEqualTo(Kind.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN_WITH_200, UNKNOWN_WITH_REASONS})
    void says_thatAJobIsNotKnown_inBothShapes(String body) {
        server.then(Answer.json(200, body)).then(Answer.json(200, body));

        assertThat(failure(() -> client().job(JOB)).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> client().cancel(JOB)).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    private AquaClient client() {
        return clients.add(new AquaClient(
                new Transport("test", new TransportLimits(Duration.ofSeconds(5), Duration.ofSeconds(5))),
                new Service(server.url(), new Credential.UserPassword("me", Secret.of("password")), Map.of()),
                RetryPolicy.DEFAULT,
                duration -> {},
                Clock.systemUTC(),
                new Redaction()));
    }

    private static CallFailure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(CallFailedException.class, call).failure();
    }
}
