package io.github.aquaspec.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.client.ScriptedServer.Answer;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is not on our side: what it says is data, and never more than that. */
class HostileAnswersTest {

    @RegisterExtension
    private final OpenClients clients = new OpenClients();

    private static final String SECRET = "c4n4rySecret0fNobody";
    private static final String ID = "0000000000000000000000000000000a";
    private static final String JOB = """
            {"id":"%s","status":"completed","startTime":"t","message":"m","version":"1.0","format":"CSV","encrypted":"none",
             "partner":"p","project":"q","incrementalTime":"i","offset":"0",
             "batches":[{"batchId":"b","name":"n","query":"select Id from Account","status":"completed","message":"m",
              "apiVersion":"145.0","batchType":"zoql","deleted":{"column":"c","format":"f"},"segments":["s1","s2"]}]}
            """.formatted(ID);

    private final ObjectMapper json = new ObjectMapper();
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
    void aJobTellsNoSecret_whereverTheServerEchoesIt() throws Exception {
        server.then(Answer.json(200, echoing(true)));

        JobReply reply = client().job(ID);

        assertThat(reply.toString()).doesNotContain(SECRET).contains("••••");
    }

    @Test
    void aJobTellsWhatTheServerSays_givenNothingSecret() throws Exception {
        server.then(Answer.json(200, JOB));

        assertThat(client().job(ID).toString())
                .contains("select Id from Account", "s1", "s2")
                .doesNotContain("••••");
    }

    @Test
    void refusesAJob_thatIsCalledByASecretOfOurs() throws Exception {
        server.then(Answer.json(200, echoing(false)));

        CallFailedException refused = catchThrowableOfType(CallFailedException.class, () -> client().job(ID));

        assertThat(refused.failure().kind()).isEqualTo(Kind.NOT_AQUA);
        assertThat(refused.failure().toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc",
                "/abs",
                "a/b",
                "a\\\\b",
                "..",
                ".hidden",
                "-rf",
                "a b",
                "a.",
                "a\\u0000b",
                "a\\u001b[2J",
                "\\u202Eb",
                "a\\n::set-output name=x::y",
                "ä",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesAJob_whoseIdsAreMoreThanIds(String id) throws Exception {
        for (String place : new String[] {ID, "\"b\"", "\"s2\""}) {
            String member = place.startsWith("\"") ? "\"" + id + "\"" : id;
            server.then(Answer.json(200, JOB.replace(place, member)));

            CallFailedException refused = catchThrowableOfType(CallFailedException.class, () -> client().job(ID));

            assertThat(refused.failure().kind()).as(place).isEqualTo(Kind.NOT_AQUA);
            assertThat(refused.failure().message()).doesNotContain("etc", "set-output");
        }
    }

    @Test
    void takesAJob_whoseSegmentHasNoId_forThatIsToldElsewhere() throws Exception {
        server.then(Answer.json(200, JOB.replace("\"s2\"", "\"\"")));

        assertThat(client().job(ID).batches().get(0).files()).containsExactly("s1", "");
    }

    @Test
    void keepsNoMoreOfWordsThanAnyoneReads() throws Exception {
        String long1 = "x".repeat(100_000);
        server.then(Answer.json(200, JOB.replace("\"m\"", "\"" + long1 + "\"").replace("completed", long1)))
                .then(Answer.json(
                        400, "{\"success\":false,\"errorCode\":\"" + long1 + "\",\"message\":\"" + long1 + "\"}"));

        JobReply reply = client().job(ID);
        CallFailedException refused = catchThrowableOfType(CallFailedException.class, () -> client().job(ID));

        assertThat(reply.statusWord()).hasSizeLessThan(700);
        assertThat(reply.message().orElseThrow()).hasSizeLessThan(700);
        assertThat(refused.failure().toString()).hasSizeLessThan(2_000);
    }

    @Test
    void readsNoMoreOfAnAnswer_thanAnAnswerHas() throws Exception {
        Answer huge = Answer.json(200, JOB.replace("\"m\"", "\"" + "x".repeat(9 << 20) + "\""));
        server.then(huge).then(huge).then(huge);

        CallFailedException refused = catchThrowableOfType(CallFailedException.class, () -> client().job(ID));

        assertThat(refused.failure().kind()).isEqualTo(Kind.NOT_AQUA);
        assertThat(refused.failure().message()).hasSizeLessThan(700);
    }

    @Test
    void hidesASecret_thatBeginsWhereAMessageIsCut() throws Exception {
        server.then(Answer.json(400, "{\"success\":false,\"message\":\"" + "x".repeat(595) + SECRET + "\"}"));

        CallFailedException refused = catchThrowableOfType(CallFailedException.class, () -> client().job(ID));

        assertThat(refused.failure().message()).doesNotContain(SECRET.substring(0, 4));
    }

    @Test
    void hidesTheBeginningOfASecret_thatAPageFullOfSecretsEndsIn() throws Exception {
        server.then(Answer.json(400, SECRET.repeat(1000)));

        CallFailedException refused = catchThrowableOfType(CallFailedException.class, () -> client().job(ID));

        assertThat(refused.failure().message()).isEqualTo("••••");
    }

    @Test
    void hidesASecret_behindAPageFullOfBlanks() throws Exception {
        server.then(Answer.json(400, "<html>" + " ".repeat(4070) + SECRET + "</html>"));

        CallFailedException refused = catchThrowableOfType(CallFailedException.class, () -> client().job(ID));

        assertThat(refused.failure().message()).isEqualTo("<html> ••••</html>");
    }

    @Test
    void leavesATextAlone_thatEndsAsASecretBegins() throws Exception {
        String time = "2026-11-23T03:00:01 " + SECRET.substring(0, 4);
        server.then(Answer.json(200, JOB.replace("\"startTime\":\"t\"", "\"startTime\":\"" + time + "\"")));

        assertThat(client().job(ID).startTime()).contains(time);
    }

    /** The job with the secret behind each of its texts, those that are ids but for one case. */
    private String echoing(boolean sparesIds) throws IOException {
        ObjectNode job = (ObjectNode) json.readTree(JOB);
        echo(job, sparesIds);
        echo((ObjectNode) job.at("/batches/0"), sparesIds);
        echo((ObjectNode) job.at("/batches/0/deleted"), sparesIds);
        return job.toString();
    }

    private static void echo(ObjectNode object, boolean sparesIds) {
        object.properties().forEach(member -> {
            JsonNode value = member.getValue();
            boolean isId = member.getKey().toLowerCase(Locale.ROOT).endsWith("id");
            if (value.isTextual() && !member.getKey().equals("offset") && !(isId && sparesIds)) {
                object.put(member.getKey(), isId ? SECRET : value.asText() + " " + SECRET);
            }
        });
    }

    private AquaClient client() {
        Service service = new Service(server.url(), new Credential.BearerToken(Secret.of(SECRET)), Map.of());
        return clients.add(new AquaClient(
                new Transport("test", TransportLimits.DEFAULT),
                service,
                RetryPolicy.DEFAULT,
                pause -> {},
                Clock.systemUTC(),
                new Redaction()));
    }
}
