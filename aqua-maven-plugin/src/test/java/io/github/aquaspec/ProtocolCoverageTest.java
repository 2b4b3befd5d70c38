package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.client.Identity;
import io.github.aquaspec.client.JobStatus;
import io.github.aquaspec.client.SubmitHead;
import io.github.aquaspec.emulator.job.JobView;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.run.plan.RequestBody;
import io.github.aquaspec.spec.JobSpecs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What there is of AQuA here stands in docs/protocol-coverage.md: nothing that is added can be forgotten there. */
class ProtocolCoverageTest {

    private static final Path ROOT = Path.of("..");
    private static final Path RUN = Path.of("src/main/java/io/github/aquaspec");
    private static final Path EMULATOR = ROOT.resolve("aqua-emulator/src/main/java/io/github/aquaspec/emulator");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String FULL = """
            {"name": "a", "version": "1.1", "format": "csv", "encrypted": "none", "useQueryLabels": true, "dateTimeUtc": true,
             "nullReplacement": "-", "partner": "p", "project": "q", "offset": 1, "incrementalTime": "2026-01-21 10:30:01",
             "useLastCompletedJobQueries": false, "notifyUrl": "https://example.com", "sourceData": "LIVE",
             "warehouseSize": "xsmall", "queries": [{"name": "A", "type": "zoqlexport", "apiVersion": "145.0",
              "convertToCurrencies": "EUR", "query": "select Id from Account",
              "deleted": {"column": "D", "format": "Boolean", "forceExport": true}}]}
            """;

    @Test
    void eachMemberThatIsSent_orThatManifestsTakeForZuora_hasItsRow() throws IOException {
        Set<String> sent = new TreeSet<>();
        paths(
                JSON.readTree(
                        RequestBody.of(JobSpecs.parse("a.json", FULL).value().orElseThrow())),
                "",
                sent);
        Set<String> taken = new TreeSet<>();
        zuoras(JSON.readTree(ROOT.resolve("docs/aqua-manifest.schema.json").toFile()), "", taken);

        assertThat(sent).isEqualTo(taken).hasSizeGreaterThan(20);
        assertNamed(sent, "`%s`", section("Members of a request"));
    }

    @Test
    void eachHeaderThatIsSent_hasItsRow() {
        SubmitHead head =
                new SubmitHead(Optional.empty(), "(host)", Identity.KEY_PAIR, Map.of("Zuora-Track-Id", "t"), "aqua");
        Set<String> sent = new TreeSet<>();
        head.lines("{}", "key").stream().skip(1).forEach(line -> sent.add(line.substring(0, line.indexOf(':'))));

        assertThat(sent).hasSizeGreaterThan(8);
        assertNamed(sent, "`%s`", section("Who we are") + section("Headers of requests"));
    }

    @Test
    void eachMemberHeaderAndStatusThatTheEmulatorAnswersWith_hasItsRow() throws Exception {
        EmulatorAnswers answers = EmulatorAnswers.collected();

        assertThat(answers.members()).hasSizeGreaterThan(30).contains("segments", "fileId", "errorCode", "reasons");
        assertNamed(answers.members(), "`%s`", section("Members of an answer about a job") + section("Who we are"));
        assertThat(answers.headers()).hasSizeGreaterThan(12).contains("retry-after", "vary", "allow");
        assertNamed(answers.headers(), "`%s`", section("Headers of answers").toLowerCase(Locale.ROOT));
        assertThat(answers.statuses()).contains("200", "400", "401", "404", "405", "409", "422", "429");
        assertNamed(answers.statuses(), "\n| %s", section("HTTP statuses"));
    }

    @Test
    void eachStatusWord_hasItsRow() {
        Set<String> words = Arrays.stream(JobView.Status.values())
                .map(JobView.Status::word)
                .collect(Collectors.toCollection(TreeSet::new));
        for (JobStatus known : JobStatus.values()) {
            words.add(known.name().toLowerCase(Locale.ROOT));
        }
        words.remove("unknown");

        assertThat(words).hasSize(9);
        assertNamed(words, "\n| `%s` |", section("Status words"));
    }

    @Test
    void eachErrorCodeThatTheRunnerOrTheEmulatorKnows_hasItsRow() throws IOException {
        Set<String> codes = found("\"(9\\d{4})\"", RUN.resolve("run/Rejection.java"));
        codes.addAll(found("\"(9\\d{4})\"", RUN.resolve("client/Answers.java")));
        codes.addAll(found("\"(9\\d{4})\"", EMULATOR.resolve("job/Rejection.java")));
        Set<String> general = found("(\\d{8})", EMULATOR.resolve("http/Errors.java"));

        assertThat(codes).hasSizeGreaterThan(20);
        assertNamed(codes, "\n| %s |", section("Error codes"));
        assertThat(general).hasSizeGreaterThan(6);
        assertNamed(general, "%s", section("Error codes"));
    }

    @Test
    void eachRouteOfTheEmulator_hasItsRow() throws IOException {
        Set<String> routes = new TreeSet<>();
        for (String route : found("(\"[A-Z]+\",\\s+\"/[^\"]+)\"", EMULATOR.resolve("http/Routes.java"))) {
            routes.add(route.replace("\"", "").replaceAll(",\\s+", " ").replaceAll("\\\\[^/]*", "*"));
        }

        assertThat(routes).hasSize(10).contains("POST /oauth/token", "GET /v1/*/describe/*");
        assertNamed(routes, "`%s`", section("Addresses").replaceAll("\\{\\w+}", "*"));
    }

    @Test
    void eachSettingOfTheEmulator_isNamed() {
        assertNamed(Setting.all().stream().map(Setting::name).toList(), "`%s`", page());
    }

    private static void assertNamed(Collection<String> names, String form, String text) {
        assertThat(names)
                .isNotEmpty()
                .filteredOn(name -> !text.contains(String.format(form, name)))
                .isEmpty();
    }

    private static void paths(JsonNode json, String path, Set<String> found) {
        json.properties().forEach(member -> {
            found.add(path + member.getKey());
            JsonNode value = member.getValue();
            paths(
                    value.isArray() ? value.get(0) : value,
                    path + member.getKey() + (value.isArray() ? "[]." : "."),
                    found);
        });
    }

    private static void zuoras(JsonNode schema, String path, Set<String> found) {
        schema.path("properties").properties().forEach(member -> {
            JsonNode key = member.getValue();
            if (key.path("description").asText().startsWith("Zuora's.")) {
                found.add(path + member.getKey());
                zuoras(key, path + member.getKey() + ".", found);
                zuoras(key.path("items"), path + member.getKey() + "[].", found);
            }
        });
    }

    private static Set<String> found(String pattern, Path source) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(source))
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What stands below a heading of the second level. */
    private static String section(String heading) {
        String page = page();
        int start = page.indexOf("\n## " + heading + "\n");
        assertThat(start).as(heading).isPositive();
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    private static String page() {
        try {
            return Files.readString(ROOT.resolve("docs/protocol-coverage.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
