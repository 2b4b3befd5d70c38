package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.emulator.scenario.ScenarioJson;
import io.github.aquaspec.emulator.setting.Setting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about the emulator says what is so: its commands are run, its tables held against the code. */
class EmulatorPageTest {

    private static final String PAGE = read(Path.of("../docs/emulator.md"));
    private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w*)\\n(.*?)```");
    private static final Pattern TROUBLE = Pattern.compile("(?m)^\\| .* \\| `(\\{\"scenario\".*\\})` \\|$");

    private static AquaEmulator emulator;
    private static PlainClient client;

    @BeforeAll
    static void start() {
        emulator = AquaEmulator.start();
        client = new PlainClient(emulator.url());
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @AfterEach
    void behave() {
        emulator.apply("reset", "POST /emulator/reset\n{\"keep\": [\"records\"]}");
        client.forgetToken();
    }

    static List<Setting<?>> settings() {
        return Setting.all();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingHasItsRow(Setting<?> setting) {
        String standard = String.valueOf(setting.standard());
        assertThat(PAGE)
                .contains("| `" + setting.name() + "` | " + (standard.isEmpty() ? "" : '`' + standard + '`') + " | "
                        + setting.values() + " | " + setting.meaning() + " |\n");
    }

    @Test
    void noRowIsAboutASettingThatIsNone() {
        String table = PAGE.substring(PAGE.indexOf("## Settings"));
        assertThat(first(table))
                .containsExactlyElementsOf(
                        Setting.all().stream().map(Setting::name).toList());
    }

    @Test
    void everyScenarioHasItsRow_andNoOther() {
        String table = PAGE.substring(PAGE.indexOf("## Scenarios"), PAGE.indexOf("### Troubles"));
        assertThat(first(table)).containsExactlyInAnyOrderElementsOf(ScenarioJson.names());
    }

    @Test
    void everyScenarioIsTheAnswerToATrouble() throws Exception {
        TreeSet<String> used = new TreeSet<>();
        for (String trouble : troubles()) {
            HttpResponse<byte[]> set = client.send("POST", "/emulator/scenarios", trouble, Map.of());
            assertThat(set.statusCode()).as(trouble).isEqualTo(200);
            used.add(PlainClient.json(set).at("/scenarios/0/scenario").asText());
            emulator.behave();
        }
        assertThat(used).containsExactlyElementsOf(new TreeSet<>(ScenarioJson.names()));
    }

    static List<String> troubles() {
        return TROUBLE.matcher(PAGE).results().map(r -> r.group(1)).toList();
    }

    @Test
    void everyCommandDoesSomething_inItsOrder() throws Exception {
        List<CurlCommand> commands = new ArrayList<>();
        for (String shell : blocks("sh")) {
            commands.addAll(CurlCommand.in(shell));
        }
        assertThat(commands).hasSizeGreaterThan(25);
        String token = "";
        JsonNode job = null;
        for (CurlCommand command : commands) {
            HttpResponse<byte[]> answer = known(command, job, token).send(client);
            assertThat(answer.statusCode()).as(command + " → " + text(answer)).isEqualTo(200);
            if (command.method().equals("POST") && command.target().startsWith("/v1/batch-query")) {
                job = client.await(PlainClient.json(answer));
            } else if (command.target().equals("/oauth/token")) {
                token = PlainClient.json(answer).path("access_token").asText();
            }
        }
    }

    @Test
    void theGreetingDoesSomethingToo() throws Exception {
        JsonNode job = null;
        for (CurlCommand command : CurlCommand.in(Greeting.of(URI.create("http://127.0.0.1:8377"), List.of()))) {
            HttpResponse<byte[]> answer = known(command, job, "").send(client);
            assertThat(answer.statusCode()).as(command + " → " + text(answer)).isEqualTo(200);
            job = job == null ? client.await(PlainClient.json(answer)) : job;
        }
        assertThat(job).isNotNull();
    }

    @Test
    void theScriptCanBeApplied_twice() {
        List<String> scripts = blocks("").stream()
                .filter(block -> block.contains("/emulator/"))
                .toList();
        assertThat(scripts).hasSize(1);
        emulator.apply("page", scripts.get(0));
        emulator.apply("page", scripts.get(0));
        assertThat(emulator.settings().get(Setting.SEGMENT_RECORDS)).isEqualTo(100);
    }

    private static CurlCommand known(CurlCommand command, JsonNode job, String token) {
        if (job == null) {
            return command;
        }
        Map<String, String> headers = new LinkedHashMap<>(command.headers());
        headers.replaceAll((name, value) -> value.replace("TOKEN", token));
        String target = command.target()
                .replace("JOB_ID", job.path("id").asText())
                .replace("FILE_ID", job.at("/batches/0/fileId").asText());
        return new CurlCommand(command.method(), target, headers, command.body());
    }

    private static List<String> blocks(String language) {
        return BLOCK.matcher(PAGE)
                .results()
                .filter(r -> r.group(1).equals(language))
                .map(r -> r.group(2))
                .toList();
    }

    /** What stands in the first column of a table, where it is code. */
    private static List<String> first(String table) {
        List<String> names = new ArrayList<>();
        Matcher row = Pattern.compile("(?m)^\\| `(\\w+)` \\|").matcher(table);
        while (row.find()) {
            names.add(row.group(1));
        }
        return names;
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new IllegalStateException("tests run in the module's folder", e);
        }
    }
}
