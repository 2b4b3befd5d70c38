package io.github.aquaspec.client;

import static io.github.aquaspec.client.ServedClient.JOB;
import static io.github.aquaspec.client.ServedClient.failure;
import static io.github.aquaspec.client.ServedClient.status;
import static io.github.aquaspec.client.ServedClient.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.http.Framing;
import io.github.aquaspec.http.RawServer.Reply;
import io.github.aquaspec.http.RawServer.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRenewalTest {

    private static final int THREADS = 20;

    /** The requests of a run: submit, polls, files. */
    private static final int REQUESTS_OF_A_RUN = 8;

    private final AtomicInteger issued = new AtomicInteger();
    private final Map<String, AtomicInteger> used = new ConcurrentHashMap<>();

    @Test
    void gets_oneToken_forManyThreadsThatStartAtOnce() throws Exception {
        try (ServedClient served =
                new ServedClient(ServedClient.OAUTH, (request, number) -> tokenOfUses(request, 1000))) {
            inManyThreads(served);

            assertThat(served.requests(TokenRenewalTest::isToken)).isEqualTo(1);
        }
    }

    @Test
    void gets_oneNewToken_whenManyThreadsAreRefusedAtOnce() throws Exception {
        CyclicBarrier allRefused = new CyclicBarrier(THREADS);
        try (ServedClient served = new ServedClient(ServedClient.OAUTH, (request, number) -> {
            if (isToken(request)) {
                return Reply.of(token("token-" + issued.incrementAndGet()));
            }
            if (request.header("Authorization").equals("Bearer token-1")) {
                await(allRefused);
                return Reply.of(status(401));
            }
            return Reply.of(Framing.LENGTH.json(200, JOB));
        })) {
            inManyThreads(served);

            assertThat(served.requests(TokenRenewalTest::isToken)).isEqualTo(2);
            assertThat(served.requests()).isEqualTo(2 * THREADS + 2);
        }
    }

    @Test
    void shares_theFailure_whenThereIsNoTokenForAnyone() throws Exception {
        try (ServedClient served = new ServedClient(ServedClient.OAUTH, (request, number) -> Reply.of(status(401)))) {
            assertThat(failure(() -> served.client.job("a")).kind()).isEqualTo(Kind.UNAUTHORIZED);
            assertThat(failure(() -> served.client.job("a")).action()).isEqualTo("get an access token");
            assertThat(served.requests()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void goes_through_whenATokenIsGoodForSoManyRequests(int uses) throws Exception {
        try (ServedClient served =
                new ServedClient(ServedClient.OAUTH, (request, number) -> tokenOfUses(request, uses))) {
            served.client.submit("{}", "key-1");
            for (int i = 0; i < 4; i++) {
                served.client.job("a");
            }
            for (int i = 0; i < 3; i++) {
                byte[] file = served.client.file("f", in -> in.bytes().readAllBytes());
                assertThat(file).isNotEmpty();
            }

            int tokens = (REQUESTS_OF_A_RUN + uses - 1) / uses;
            assertThat(served.requests(TokenRenewalTest::isToken)).isEqualTo(tokens);
            assertThat(served.requests())
                    .as("one refusal for each token that ran out")
                    .isEqualTo(REQUESTS_OF_A_RUN + tokens + tokens - 1);
            assertThat(served.time.pauses()).as("waiting helps nobody").isEmpty();
        }
    }

    @Test
    void renews_onceMore_whenTheNewTokenWasTakenInBetween() throws Exception {
        try (ServedClient served = new ServedClient(
                ServedClient.OAUTH,
                (request, number) -> Reply.of(
                        isToken(request)
                                ? token("token-" + issued.incrementAndGet())
                                : switch (used.computeIfAbsent("all", any -> new AtomicInteger())
                                        .incrementAndGet()) {
                                    case 1, 3 -> status(401);
                                    case 2 -> status(503);
                                    default -> Framing.LENGTH.json(200, JOB);
                                }))) {
            served.client.job("a");

            assertThat(served.requests(TokenRenewalTest::isToken)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "-1", "0", "\"soon\"", "1e300"})
    void getsAlong_withATokenWhoseLifeMakesNoSense(String life) throws Exception {
        byte[] odd = Framing.LENGTH.json(200, "{\"access_token\":\"token-1\",\"expires_in\":" + life + "}");
        try (ServedClient served = new ServedClient(
                ServedClient.OAUTH,
                (request, number) -> Reply.of(isToken(request) ? odd : Framing.LENGTH.json(200, JOB)))) {
            assertThat(served.client.job("a").id()).isEqualTo(ServedClient.JOB_ID);
        }
    }

    @Test
    void fails_whenTwoTokensAreRefusedInARow() throws Exception {
        try (ServedClient served = new ServedClient(ServedClient.OAUTH, (request, number) -> tokenOfUses(request, 0))) {
            assertThat(failure(() -> served.client.job("a")).kind()).isEqualTo(Kind.UNAUTHORIZED);

            assertThat(served.requests(TokenRenewalTest::isToken)).isEqualTo(2);
            assertThat(served.requests()).isEqualTo(4);
        }
    }

    private Reply tokenOfUses(Request request, int uses) {
        if (isToken(request)) {
            return Reply.of(token("token-" + issued.incrementAndGet()));
        }
        int use = used.computeIfAbsent(request.header("Authorization"), token -> new AtomicInteger())
                .incrementAndGet();
        return Reply.of(use > uses ? status(401) : Framing.LENGTH.json(200, JOB));
    }

    private static void inManyThreads(ServedClient served) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<JobReply>> jobs = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                jobs.add(threads.submit(() -> served.client.job("a")));
            }
            for (Future<JobReply> job : jobs) {
                assertThat(job.get().id()).isEqualTo(ServedClient.JOB_ID);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isToken(Request request) {
        return request.path().equals("/oauth/token");
    }
}
