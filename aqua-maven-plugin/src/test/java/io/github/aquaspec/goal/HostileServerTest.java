package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.aquaspec.Canary;
import io.github.aquaspec.goal.EchoingServer.Manner;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A service that shows whatever it was shown, in answers of every kind: no secret comes back into a log, a trace, a
 * receipt, a state or a snapshot, and nothing that it says is obeyed. What lies about afterwards is searched by
 * CanaryWatch too.
 */
class HostileServerTest extends GoalFixture {

    private static final String SECRET = Canary.secret();
    private static final String KEY = Canary.ofHeader();
    private static final String PAIR =
            Base64.getEncoder().encodeToString(("canary:" + SECRET).getBytes(StandardCharsets.UTF_8));
    private static final String JOB = "0000000000000000000000000000000a";

    @Override
    String goal() {
        return "run";
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    @InjectMojo(goal = "run")
    void run_tellsNothing(Manner manner, RunMojo run) throws Exception {
        for (String authentication : List.of("oauth", "basic", "keys")) {
            tellsNothing(manner, authentication, run);
        }
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    @InjectMojo(goal = "status")
    void status_tellsNothing(Manner manner, StatusMojo status) throws Exception {
        set(status, "jobId", JOB);
        tellsNothing(manner, "oauth", status);
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    @InjectMojo(goal = "cancel")
    void cancel_tellsNothing(Manner manner, CancelMojo cancel) throws Exception {
        set(cancel, "jobId", JOB);
        tellsNothing(manner, "basic", cancel);
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    @InjectMojo(goal = "fetch")
    void fetch_tellsNothing(Manner manner, FetchMojo fetch) throws Exception {
        set(fetch, "jobId", JOB);
        tellsNothing(manner, "keys", fetch);
    }

    /** The failing twin: a log that shows what the server says as it is breaks every rule. */
    @Test
    void theRules_areBroken_byTheTextsAsTheyAre() {
        assertThat(ConsoleRules.broken("[INFO] fine\n = why: fine\n8 | fine")).isEmpty();
        for (String line : EchoingServer.TRAPS.split("\n", -1)) {
            assertThat(ConsoleRules.broken(line))
                    .as(line)
                    .isEqualTo(line.startsWith("[INFO]") ? List.of() : List.of(line));
        }
        assertThat(ConsoleRules.broken("[INFO] a ##vso[task.complete]b")).hasSize(1);
        assertThat(ConsoleRules.broken("[INFO] Zuora says: ok\nERROR no such thing"))
                .hasSize(1);
    }

    private void tellsNothing(Manner manner, String authentication, ServiceMojo goal) throws Exception {
        List<String> known = switch (authentication) {
            case "oauth" -> manner == Manner.REFUSES_THE_TOKEN ? List.of(SECRET) : List.of(SECRET, EchoingServer.TOKEN);
            case "basic" -> List.of(SECRET, PAIR);
            default -> List.of(KEY);
        };
        write("specs/accounts.yaml", ACCOUNT);
        request().setServers(List.of());
        server("zuora", "canary", known.get(0));
        set(goal, "authentication", authentication);
        Throwable thrown;
        try (EchoingServer server = new EchoingServer(manner, known)) {
            set(goal, "endpoint", server.url());
            wait(goal);
            thrown = catchThrowable(inThisBuild(goal)::execute);
            assertThat(server.asked()).isPositive();
            assertThat(server.isFollowed()).isFalse();
        }
        assertThat(ConsoleRules.broken(log.text())).isEmpty();
        assertThat(log.text()).doesNotContain("[INFO] BUILD SUCCESS\n").doesNotContain("\n[INFO] BUILD SUCCESS");
        assertThat(Canary.in("the log", log.text())).isEmpty();
        assertThat(Canary.in("the trace", trace(thrown))).isEmpty();
        assertThat(ConsoleRules.broken("[ERROR] " + (thrown == null ? "" : thrown.getMessage())))
                .isEmpty();
        assertThat(Canary.in(module)).isEmpty();
        if (!(goal instanceof JobsMojo)) {
            String trace = read("target/aqua-reports/trace.log").strip();
            assertThat(ConsoleRules.broken("[INFO] " + trace.replace("\n", "\n[INFO] ")))
                    .isEmpty();
            assertThat(trace).contains(" sent ", "••••");
        }
        assertThat(Path.of("etc")).doesNotExist();
    }

    private static void wait(ServiceMojo goal) {
        if (goal instanceof RunMojo run) {
            run.waitWith(duration -> {});
        } else if (goal instanceof FetchMojo fetch) {
            fetch.waitWith(duration -> {});
        } else {
            ((JobsMojo) goal).waitWith(duration -> {});
        }
    }

    private static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(trace));
        }
        return trace.toString();
    }
}
