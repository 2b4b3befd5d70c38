package io.github.aquaspec.client;

import static io.github.aquaspec.client.ServedClient.JOB;
import static io.github.aquaspec.client.ServedClient.failure;
import static io.github.aquaspec.client.ServedClient.status;
import static io.github.aquaspec.client.ServedClient.token;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.http.Framing;
import io.github.aquaspec.http.RawServer;
import io.github.aquaspec.http.RawServer.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever uses a client hears of each request that goes out for it, and what came of it. */
class RequestListenerTest {

    private final List<String> heard = new ArrayList<>();

    /** Tells in a line. */
    private final RequestListener listener = new RequestListener() {
        @Override
        public void held(Request request, Duration wait) {
            heard.add("held " + words(request));
        }

        @Override
        public void sent(Request request) {
            heard.add("sent " + words(request));
        }

        @Override
        public void answered(Request request, int status, Optional<String> requestId, long bytes, Duration took) {
            heard.add("answered " + words(request) + ": " + status + " " + requestId.orElse("-") + " " + bytes);
        }

        @Override
        public void failed(Request request, CallFailure why, long bytes, Duration took) {
            heard.add("failed " + words(request) + ": " + why.kind() + " " + bytes);
        }

        @Override
        public void repeats(Request request, CallFailure why, Duration wait) {
            heard.add("repeats " + words(request) + ": " + why.kind() + (wait.isZero() ? " at once" : ""));
        }

        private String words(Request request) {
            return request.method() + " " + request.path() + " " + request.attempt();
        }
    };

    @Test
    void hears_whatWasSentAndAnswered_andOfNoOtherTry_whereThereIsNone() throws Exception {
        try (ServedClient served = ServedClient.after(0, new byte[0])) {
            served.client.telling(listener).job("a");

            assertThat(heard)
                    .containsExactly(
                            "sent GET /v1/batch-query/jobs/a 1",
                            "answered GET /v1/batch-query/jobs/a 1: 200 - " + JOB.length());
        }
    }

    @Test
    void hearsNothing_ofWhatIsAskedThroughAnother() throws Exception {
        try (ServedClient served = ServedClient.after(0, new byte[0])) {
            served.client.telling(listener);
            served.client.job("a");
            served.client.telling(RequestListener.NONE).job("a");

            assertThat(heard).isEmpty();
            assertThat(served.requests()).isEqualTo(2);
        }
    }

    @Test
    void hears_ofEachTry_whyThereIsAnother_andTheRequestId() throws Exception {
        try (ServedClient served = ServedClient.after(1, status(503, "Zuora-Request-Id: r-1", "Retry-After: 3"))) {
            served.client.telling(listener).job("a");

            assertThat(heard)
                    .containsExactly(
                            "sent GET /v1/batch-query/jobs/a 1",
                            "answered GET /v1/batch-query/jobs/a 1: 503 r-1 0",
                            "repeats GET /v1/batch-query/jobs/a 1: SERVER_TROUBLE",
                            "sent GET /v1/batch-query/jobs/a 2",
                            "answered GET /v1/batch-query/jobs/a 2: 200 - " + JOB.length());
        }
    }

    @Test
    void hears_ofATokenThatIsRenewed() throws Exception {
        try (ServedClient served = new ServedClient(
                ServedClient.OAUTH,
                (request, number) -> Reply.of(
                        isToken(request)
                                ? token("token-" + number)
                                : number == 1 ? status(401) : Framing.LENGTH.json(200, JOB)))) {
            served.client.telling(listener).job("a");

            assertThat(heard.stream().map(line -> line.replaceAll("(:.*| at once)? ?\\d*$", "")))
                    .containsExactly(
                            "sent POST /oauth/token",
                            "answered POST /oauth/token 1",
                            "sent GET /v1/batch-query/jobs/a",
                            "answered GET /v1/batch-query/jobs/a 1",
                            "repeats GET /v1/batch-query/jobs/a 1",
                            "sent POST /oauth/token",
                            "answered POST /oauth/token 1",
                            "sent GET /v1/batch-query/jobs/a",
                            "answered GET /v1/batch-query/jobs/a 2");
            assertThat(heard).contains("repeats GET /v1/batch-query/jobs/a 1: UNAUTHORIZED at once");
        }
    }

    @Test
    void hears_howMuchCame_ofAFileThatBreaksOff() throws Exception {
        byte[] whole = Framing.LENGTH.answer(200, List.of("Content-Type: text/csv"), "Id\n1\n".getBytes(UTF_8));
        try (ServedClient served = new ServedClient(
                ServedClient.BASIC, (request, number) -> Reply.cut(whole, whole.length - 2, RawServer.End.FIN))) {
            AquaClient client = served.client.telling(listener);

            assertThat(failure(() -> client.file("f", file -> file.bytes().readAllBytes()))
                            .kind())
                    .isEqualTo(CallFailure.Kind.BROKEN);
            assertThat(heard).containsExactly("sent GET /v1/files/f 1", "failed GET /v1/files/f 1: BROKEN 3");
        }
    }

    @Test
    void hears_noSecret_thatAServerSaysBack() throws Exception {
        try (ServedClient served = new ServedClient(
                ServedClient.OAUTH,
                (request, number) -> Reply.of(
                        isToken(request)
                                ? token("a-token-to-hide")
                                : status(404, "Zuora-Request-Id: a-token-to-hide s3cret-of-mine")))) {
            AquaClient client = served.client.telling(listener);

            assertThat(failure(() -> client.job("s3cret-of-mine")).status()).contains(404);
            assertThat(heard).contains("answered GET /v1/batch-query/jobs/•••• 1: 404 •••• •••• 0");
        }
    }

    private static boolean isToken(RawServer.Request request) {
        return request.path().equals("/oauth/token");
    }
}
