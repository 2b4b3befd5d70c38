package io.github.aquaspec.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.http.HttpAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads what AQuA sends in place of data. Success is never taken from the HTTP status alone: a rejected job comes with
 * 200 and an error code, a malformed request with {@code success:false}, other refusals with {@code reasons}.
 */
final class Answers {

    /** A control answer is small; anything larger is not one. */
    private static final int LARGEST = 8 << 20;

    /** More than anyone is shown, so that a secret is not cut in two before it is taken out. */
    private static final int LONGEST_EXCERPT = 4096;

    private static final String TOO_LARGE_MARK = "max-object-size";
    /** Invalid Job Id (Zuora documentation, AQuA API error codes). */
    private static final String UNKNOWN_JOB = "90002";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /** The JSON object of a good answer, or the failure that it holds. */
    static JsonNode object(String action, HttpAnswer answer) throws IOException, CallFailedException {
        String text = text(answer);
        JsonNode json = parse(text);
        if (!json.isObject()) {
            throw failed(Kind.NOT_AQUA, action, answer, Optional.empty(), excerpt(text));
        }
        if (json.has("success") && !json.get("success").asBoolean()) {
            throw failed(kind(json), action, answer, code(json), message(json, text));
        }
        if (json.hasNonNull("errorCode")) {
            boolean unknownJob = code(json).filter(UNKNOWN_JOB::equals).isPresent();
            throw failed(unknownJob ? Kind.NOT_FOUND : Kind.REJECTED, action, answer, code(json), message(json, text));
        }
        return json;
    }

    /** What an answer without a 2xx status means. */
    static CallFailedException refusal(String action, HttpAnswer answer) throws IOException {
        String text = text(answer);
        JsonNode json = parse(text);
        Kind kind = switch (answer.status()) {
            case 401 -> Kind.UNAUTHORIZED;
            case 403 -> text.contains(TOO_LARGE_MARK) ? Kind.TOO_LARGE : Kind.FORBIDDEN;
            case 404 -> Kind.NOT_FOUND;
            case 429 -> Kind.THROTTLED;
            default -> answer.status() >= 500 ? Kind.SERVER_TROUBLE : Kind.REFUSED;
        };
        return failed(kind == Kind.REFUSED ? kind(json) : kind, action, answer, code(json), message(json, text));
    }

    /** What the last two digits of an eight-digit code say (Zuora API reference, Error codes). */
    private static Kind kind(JsonNode json) {
        String code = code(json).orElse("");
        if (code.endsWith("90")) {
            return Kind.MALFORMED;
        }
        return code.matches("\\d{6}40") ? Kind.NOT_FOUND : Kind.REFUSED;
    }

    static CallFailedException failed(
            Kind kind, String action, HttpAnswer answer, Optional<String> code, String message) {
        return new CallFailedException(new CallFailure(
                kind, action, Optional.of(answer.status()), code, message, answer.header("Zuora-Request-Id")));
    }

    private static String text(HttpAnswer answer) throws IOException {
        return new String(answer.bytes(LARGEST), StandardCharsets.UTF_8);
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<String> code(JsonNode json) {
        for (JsonNode at : new JsonNode[] {
            json.path("errorCode"), json.path("code"), reason(json).path("code")
        }) {
            if (at.isValueNode() && !at.isNull()) {
                return Optional.of(at.asText());
            }
        }
        return Optional.empty();
    }

    private static String message(JsonNode json, String text) {
        for (String member : new String[] {"message", "error_description", "error"}) {
            if (saysSomething(json.path(member))) {
                return json.get(member).asText();
            }
        }
        JsonNode reason = reason(json).path("message");
        return saysSomething(reason) ? reason.asText() : excerpt(text);
    }

    private static boolean saysSomething(JsonNode message) {
        return message.isTextual() && !message.asText().isBlank();
    }

    private static JsonNode reason(JsonNode json) {
        return json.path("reasons").path(0);
    }

    /** The beginning of a body, on one line and harmless to print. */
    private static String excerpt(String text) {
        String line = text.codePoints()
                .limit(LONGEST_EXCERPT)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip()
                .replaceAll(" +", " ");
        return line.isEmpty() ? "(an empty body)" : line;
    }
}
