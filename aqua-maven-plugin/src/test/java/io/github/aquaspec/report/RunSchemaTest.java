package io.github.aquaspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.ReceiptWatch;
import io.github.aquaspec.run.event.QueryCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That receipts pass is watched in every test; here is what does not. */
class RunSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PAGE = Path.of("..", "docs", "receipts.md");

    @Test
    void takes_theReceiptsOfThePage() throws IOException {
        assertThat(samples())
                .hasSize(2)
                .allSatisfy(sample -> assertThat(ReceiptWatch.problems(sample)).isEmpty());
    }

    @Test
    void refuses_anUnknownMember_aMissingOne_andAWrongWord() throws IOException {
        for (String sample : samples()) {
            assertRefused(sample, receipt -> receipt.put("more", 1), "more");
            assertRefused(sample, receipt -> receipt.remove("status"), "status");
            assertRefused(sample, receipt -> receipt.put("status", "fine"), "status");
            assertRefused(sample, receipt -> receipt.put("status", "running"), "not");
            assertRefused(sample, receipt -> receipt.remove("ended"), "ended");
            assertRefused(sample, receipt -> receipt.put("$schema", "urn:aquaspec:aqua-run:2"), "$schema");
        }
    }

    @Test
    void refuses_whatIsWrongDeepInside() throws IOException {
        String sample = samples().get(0);
        assertRefused(sample, r -> ((ObjectNode) r.at("/timeline/0")).put("what", "vanished"), "timeline");
        assertRefused(sample, r -> ((ObjectNode) r.at("/timeline/0")).put("query", 1), "timeline");
        assertRefused(sample, r -> ((ObjectNode) r.at("/checks/0")).put("result", "maybe"), "result");
        assertRefused(sample, r -> ((ObjectNode) r.at("/files/0")).put("records", -1), "records");
        assertRefused(sample, r -> ((ObjectNode) r.at("/files/0")).remove("header"), "header");
        assertRefused(sample, r -> ((ObjectNode) r.at("/earlier/0")).put("more", 1), "more");
    }

    @Test
    void knowsEachCheck() throws IOException {
        JsonNode words = JSON.readTree(RunSchema.bytes()).at("/definitions/check/properties/check/enum");

        assertThat(words)
                .extracting(JsonNode::asText)
                .containsAll(Stream.of(QueryCheck.Kind.values())
                        .map(QueryCheck.Kind::word)
                        .toList());
    }

    @Test
    void describesEachMember_andTakesNoOthers() throws IOException {
        List<String> bare = new ArrayList<>();
        look(JSON.readTree(RunSchema.bytes()).at("/definitions"), "", bare);

        assertThat(bare).isEmpty();
    }

    private static void look(JsonNode schema, String path, List<String> bare) {
        if (schema.has("properties") && schema.has("required")) {
            schema.get("properties").properties().forEach(member -> {
                JsonNode value = member.getValue();
                if (!value.has("description")
                        && !value.has("$ref")
                        && !member.getKey().equals("what")) {
                    bare.add(path + "/" + member.getKey() + " has no description");
                }
            });
            if (schema.path("additionalProperties").asBoolean(true)) {
                bare.add(path + " is open");
            }
        }
        schema.properties().forEach(member -> look(member.getValue(), path + "/" + member.getKey(), bare));
        for (int i = 0; schema.isArray() && i < schema.size(); i++) {
            look(schema.get(i), path + "/" + i, bare);
        }
    }

    private static void assertRefused(String sample, Consumer<ObjectNode> change, String word) throws IOException {
        ObjectNode receipt = (ObjectNode) JSON.readTree(sample);
        change.accept(receipt);
        assertThat(ReceiptWatch.problems(receipt.toString()))
                .as(word)
                .isNotEmpty()
                .anyMatch(problem -> problem.contains(word));
    }

    /** The blocks of JSON on the page. */
    private static List<String> samples() throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        return Stream.of(page.split("```json\n"))
                .skip(1)
                .map(block -> block.substring(0, block.indexOf("```")))
                .toList();
    }
}
