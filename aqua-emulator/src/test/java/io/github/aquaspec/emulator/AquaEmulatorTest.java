package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.emulator.http.Credential;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AquaEmulatorTest {

    @Test
    void anEmulatorListensOnLoopbackUntilItIsClosed() throws Exception {
        AquaEmulator emulator = AquaEmulator.start();
        URI url = emulator.url();
        PlainClient client = new PlainClient(url);
        assertThat(url.toString()).matches("http://127\\.0\\.0\\.1:\\d+");
        assertThat(client.send("GET", "/emulator/health", "", Map.of()).statusCode())
                .isEqualTo(200);
        emulator.close();
        assertThatThrownBy(() -> client.send("GET", "/emulator/health", "", Map.of()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aTakenPortIsNamed() {
        try (AquaEmulator first = AquaEmulator.start()) {
            int port = first.url().getPort();
            assertThatThrownBy(
                            () -> AquaEmulator.start(EmulatorConfig.defaults().withPort(port)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("port " + port);
        }
    }

    @Test
    void resultFilesGoWithTheEmulator() throws Exception {
        AquaEmulator emulator = AquaEmulator.start();
        PlainClient client = new PlainClient(emulator.url());
        client.await(client.submitQuery("select Id from Product"));
        assertThat(emulator.resultDirectory()).isNotEmptyDirectory();
        emulator.close();
        assertThat(emulator.resultDirectory()).doesNotExist();
    }

    @Test
    void anEmulatorCanBeClosedWhileJobsRun() throws Exception {
        AquaEmulator emulator = AquaEmulator.start();
        PlainClient client = new PlainClient(emulator.url());
        String whole = "select *, Account.*, Subscription.*, RatePlan.*, Product.* from InvoiceItem";
        for (int i = 0; i < 5; i++) {
            assertThat(client.submit(PlainClient.job(Collections.nCopies(50, whole)))
                            .has("id"))
                    .isTrue();
        }
        emulator.close();
        assertThat(emulator.resultDirectory()).doesNotExist();
    }

    @Test
    void aConfigurationChangesOneThingAtATime() {
        EmulatorConfig config = EmulatorConfig.defaults()
                .withPort(8377)
                .withCredentials(new Credential("a", "b"))
                .withPartners("p")
                .withSeed(9)
                .withScale(2)
                .withNewestApiVersion("91.0");
        assertThat(config.port()).isEqualTo(8377);
        assertThat(config.credentials()).containsExactly(new Credential("a", "b"));
        assertThat(config.partners()).containsExactly("p");
        assertThat(config.seed()).isEqualTo(9);
        assertThat(config.scale()).isEqualTo(2);
        assertThat(config.newestApiVersion()).isEqualTo("91.0");
        assertThat(config.clock()).isSameAs(EmulatorConfig.defaults().clock());
    }

    @Test
    void aConfigurationThatCannotBeIsRefused() {
        EmulatorConfig defaults = EmulatorConfig.defaults();
        assertThatThrownBy(() -> defaults.withPort(65536)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> defaults.withPort(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> defaults.withScale(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Credential(" ", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Credential.parse("nocolon")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCredentialIsNeverShown() {
        assertThat(EmulatorConfig.defaults()
                        .withCredentials(Credential.parse("id:s3cr3t:with:colons"))
                        .toString())
                .contains("id")
                .doesNotContain("s3cr3t");
        assertThat(Credential.parse("id:s3cr3t:x").secret()).isEqualTo("s3cr3t:x");
    }

    @Test
    void thePromptTakesAPortAndCredentials() {
        EmulatorConfig config =
                Arguments.of(List.of("9000", "me:pass", "you:word")).config();
        assertThat(config.port()).isEqualTo(9000);
        assertThat(config.credentials()).containsExactly(new Credential("me", "pass"), new Credential("you", "word"));
        assertThat(Arguments.of(List.of()).config().port()).isEqualTo(8377);
        assertThatThrownBy(() -> Arguments.of(List.of("port"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePromptTakesADirectoryAndAScript_anywhere() {
        Arguments arguments = Arguments.of(List.of("--script", "demo.aqua", "9000", "--directory", "data", "me:pass"));
        assertThat(arguments.script()).hasValue(Path.of("demo.aqua"));
        assertThat(arguments.config().directory()).hasValue(Path.of("data"));
        assertThat(arguments.config().port()).isEqualTo(9000);
        assertThat(arguments.config().credentials()).hasSize(1);
        assertThatThrownBy(() -> Arguments.of(List.of("--script"))).hasMessage("--script needs a path behind it");
        assertThatThrownBy(() -> Arguments.of(List.of("--dir", "x"))).hasMessage("there is no option --dir");
    }

    @Test
    void theGreetingCanBePasted() {
        URI url = URI.create("http://127.0.0.1:8377");
        assertThat(Greeting.of(url, List.of()))
                .contains("curl -u demo:demo", "http://127.0.0.1:8377/v1/batch-query/", "any id and secret");
        assertThat(Greeting.of(url, List.of(new Credential("me", "pass"))))
                .contains("curl -u me:pass")
                .doesNotContain("any id");
    }
}
