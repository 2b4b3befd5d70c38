package io.github.aquaspec.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jackson's own mapper is the judge. */
class JsonTreeTest {

    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\",\"size\":3483870,\"bytes\":99999999999,\"more\":123456789012345678901234567890,\"of\":-1.5e3}",
                "{\"a\":[true,false,null,[],{},[[1]]],\"b\":{\"c\":{\"d\":\"\"}},\"\":\"\\u00e9\\n\"}",
                "{\"a\":1,\"a\":2}",
                "[1,2,3]",
                "\"text\"",
                "-0",
                "1e999",
                "null",
                "",
                " \t\r\n"
            })
    void readsWhatAMapperReads(String text) throws IOException {
        assertThat(read(text)).isEqualTo(MAPPER.readTree(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1}}",
                "{\"a\":1} {}",
                "[1,]",
                "[1 2]",
                "]",
                "tru",
                "01",
                "NaN",
                "<html>",
                "1 2",
                "{a:1}",
                "{\"a\":1}x"
            })
    void refusesWhatAMapperRefuses(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> MAPPER.readTree(text)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void tellsTheLineOfWhatIsBehindTheValue() {
        assertThatThrownBy(() -> read("{}\n\n{}"))
                .isInstanceOfSatisfying(
                        JsonProcessingException.class,
                        e -> assertThat(e.getLocation().getLineNr()).isEqualTo(3));
    }

    @Property(tries = 5_000, seed = "20261123")
    void judgesEveryTextAsAMapperDoes(@ForAll("shreds") String text) throws IOException {
        assertThat(tree(() -> read(text))).as(text).isEqualTo(tree(() -> MAPPER.readTree(text)));
    }

    @Provide
    Arbitrary<String> shreds() {
        return Arbitraries.of(
                        "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "1", "-2.5", "true", "null", " ", "\n", "x")
                .list()
                .ofMaxSize(12)
                .map(shreds -> String.join("", shreds));
    }

    private interface Reading {
        JsonNode tree() throws IOException;
    }

    private static Optional<JsonNode> tree(Reading reading) throws IOException {
        try {
            return Optional.of(reading.tree());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static JsonNode read(String text) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            return JsonTree.read(parser);
        }
    }
}
