package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class EmulateMojoTest extends GoalFixture {

    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    private final CountDownLatch serving = new CountDownLatch(1);

    @Override
    String goal() {
        return "emulate";
    }

    @Test
    @InjectMojo(goal = "emulate")
    @MojoParameter(name = "emulatorPort", value = "0")
    @MojoParameter(name = "emulatorCredentials", value = "me:secret-of-mine, you:other")
    void answersUntilItIsStopped(EmulateMojo emulate) throws Exception {
        log.onSay("Ctrl-C", serving::countDown);
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Thread goal = new Thread(() -> {
            try {
                emulate.execute();
                ended.complete(null);
            } catch (Exception e) {
                ended.completeExceptionally(e);
                serving.countDown();
            }
        });
        goal.start();
        serving.await();
        Matcher url = URL.matcher(log.text());
        assertThat(url.find()).isTrue();

        assertThat(tokenStatus(url.group(), "me", "secret-of-mine")).isEqualTo(200);
        assertThat(tokenStatus(url.group(), "me", "other")).isEqualTo(401);
        assertThat(ended).isNotDone();

        goal.interrupt();
        ended.get(30, TimeUnit.SECONDS);
    }

    @Test
    @InjectMojo(goal = "emulate")
    void fails_whenItsPortIsTaken(EmulateMojo emulate) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            set(emulate, "emulatorPort", taken.getLocalPort());

            assertThatThrownBy(emulate::execute)
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessageContaining("the emulator does not start")
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));
            assertThat(log.at("ERROR")).singleElement().asString().contains("= fix: see aqua.emulator.port");
        }
    }

    @Test
    @InjectMojo(goal = "emulate")
    @MojoParameter(name = "skipEmulate", value = "true")
    void startsNothing_whenItIsSkipped(EmulateMojo emulate) throws Exception {
        emulate.execute();

        assertThat(log.text()).isEqualTo("[INFO] Skipped: aqua.emulate.skip is set.");
    }

    private static int tokenStatus(String url, String id, String secret) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url + "/oauth/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
