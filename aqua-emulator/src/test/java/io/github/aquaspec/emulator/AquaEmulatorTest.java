package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.emulator.http.Credential;
import io.github.aquaspec.emulator.job.Pace;
import io.github.aquaspec.emulator.setting.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("name another one");
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
        assertThatThrownBy(() -> Arguments.of(List.of("--script"))).hasMessage("--script needs a value behind it");
        assertThatThrownBy(() -> Arguments.of(List.of("--dir", "x")))
                .hasMessageStartingWith("there is no option --dir; there are --script, --directory, --partners");
    }

    @Test
    void thePromptTakesWhatAConfigurationHas() {
        EmulatorConfig config = Arguments.of(List.of(
                        "--partners",
                        "a, b",
                        "--seed",
                        "7",
                        "--scale",
                        "2",
                        "--tenant-zone",
                        "Europe/Berlin",
                        "--data-centre-zone",
                        "UTC",
                        "--api-version",
                        "91.0",
                        "--pace",
                        "polls:3",
                        "--set",
                        "segmentRecords=100",
                        "--set",
                        "segmentation=true"))
                .config();
        assertThat(config.partners()).containsExactly("a", "b");
        assertThat(config.seed()).isEqualTo(7);
        assertThat(config.scale()).isEqualTo(2);
        assertThat(config.tenantZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(config.dataCentreZone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(config.newestApiVersion()).isEqualTo("91.0");
        assertThat(config.pace()).isEqualTo(new Pace.Polls(3));
        assertThat(config.settings()).isEqualTo(Map.of(Setting.SEGMENT_RECORDS, 100, Setting.SEGMENTATION, true));
        assertThat(Arguments.of(List.of("--pace", "PT5S")).config().pace())
                .isEqualTo(new Pace.Delay(Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "--seed,x,--seed is a number from",
        "--scale,0,--scale is a number from 1",
        "--tenant-zone,Berlin,--tenant-zone is a time zone such as",
        "--data-centre-zone,x y,--data-centre-zone is a time zone such as",
        "--api-version,new,--api-version is a number such as 145.0",
        "--pace,slow,--pace is polls:3 or a duration such as PT5S",
        "--pace,polls:0,--pace is polls:3",
        "--pace,-PT5S,--pace is polls:3",
        "--set,segmentRecords,--set is written like",
        "--set,segmentRecord=1,there is no setting \"segmentRecord\"; there are",
        "--set,segmentRecords=0,segmentRecords is a number from 1"
    })
    void fails_whenAnOptionHasNoMeaning(String option, String value, String message) {
        assertThatThrownBy(() -> Arguments.of(List.of(option, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
        assertThat(Arguments.USAGE).contains(option);
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
