package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** JSON in and out of the endpoints below {@code /emulator}. */
final class ControlJson {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private ControlJson() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The object in a request's body. */
    static ObjectNode objectOf(Request request, String example) {
        if (read(request, example) instanceof ObjectNode object) {
            return object;
        }
        throw new ControlFailure(400, "the body is an object, such as " + example);
    }

    /** The JSON in a request's body. */
    static JsonNode read(Request request, String example) {
        try {
            JsonNode json = JSON.readTree(request.body());
            if (!json.isMissingNode()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw new ControlFailure(
                    400, "the body is no JSON: " + e.getOriginalMessage() + "; it is written like " + example);
        } catch (IOException e) {
            throw new ControlFailure(400, "the body cannot be read: " + e.getMessage());
        }
        throw new ControlFailure(400, "the body is missing; it is written like " + example);
    }
}
