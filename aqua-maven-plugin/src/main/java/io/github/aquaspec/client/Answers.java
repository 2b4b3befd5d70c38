package io.github.aquaspec.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.http.HttpAnswer;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Reads what AQuA sends in place of data. Success is never taken from the HTTP status alone: a rejected job comes with
 * 200 and an error code, a malformed request with {@code success:false}, other refusals with {@code reasons}.
 */
final class Answers {

    /** More than anyone is shown, so that a secret is not cut in two before it is taken out. */
    private static final int LONGEST_EXCERPT = 4096;

    private static final String TOO_LARGE_MARK = "max-object-size";
    /** Invalid Job Id (Zuora documentation, AQuA API error codes). */
    private static final String UNKNOWN_JOB = "90002";

    private Answers() {}

    /** The JSON object of a good answer, or the failure that it holds. */
    static JsonNode object(String action, HttpAnswer answer) throws IOException, CallFailedException {
        return object(action, answer, Page.of(answer));
    }

    static JsonNode object(String action, HttpAnswer answer, Page page) throws CallFailedException {
        JsonNode json = page.json();
        if (!json.isObject()) {
            throw failed(Kind.NOT_AQUA, action, answer, Optional.empty(), words(page));
        }
        if (json.has("success") && !json.get("success").asBoolean()) {
            throw failed(kind(json), action, answer, code(json), message(page));
        }
        if (json.hasNonNull("errorCode") || isRefusedJob(json)) {
            boolean unknownJob = code(json).filter(UNKNOWN_JOB::equals).isPresent();
            throw failed(unknownJob ? Kind.NOT_FOUND : Kind.REJECTED, action, answer, code(json), message(page));
        }
        return json;
    }

    /** A job that is not taken has no id, and is an error (Zuora documentation, Post query with time offset). */
    private static boolean isRefusedJob(JsonNode json) {
        return !json.hasNonNull("id") && json.path("status").asText().equalsIgnoreCase("error");
    }

    /** What an answer without a 2xx status means. */
    static CallFailedException refusal(String action, HttpAnswer answer) throws IOException {
        return refusal(action, answer, Page.ofRefusal(answer));
    }

    static CallFailedException refusal(String action, HttpAnswer answer, Page page) {
        int status = answer.status();
        if (status / 100 == 3) {
            return failed(Kind.REDIRECTED, action, answer, Optional.empty(), elsewhere(answer));
        }
        Kind kind = switch (status) {
            case 401 -> Kind.UNAUTHORIZED;
            case 403 -> page.text().contains(TOO_LARGE_MARK) ? Kind.TOO_LARGE : Kind.FORBIDDEN;
            case 404 -> Kind.NOT_FOUND;
            case 407 -> Kind.PROXY_REFUSED;
            case 429 -> Kind.THROTTLED;
            default -> status >= 500 ? Kind.SERVER_TROUBLE : kind(page.json());
        };
        return failed(kind, action, answer, code(page.json()), message(page));
    }

    /**
     * Nobody has asked for an encoded body. Who unpacks it alters what was served, and who does not takes a wrapping for
     * the content; so neither is done.
     */
    static void requirePlain(String action, HttpAnswer answer) throws CallFailedException {
        Optional<String> encoding = answer.header("Content-Encoding")
                .map(String::strip)
                .filter(e -> !e.isEmpty() && !e.equalsIgnoreCase("identity"));
        if (encoding.isPresent()) {
            throw failed(
                    Kind.NOT_AQUA,
                    action,
                    answer,
                    Optional.empty(),
                    "Content-Encoding: " + excerpt(encoding.get()) + ", which was not asked for");
        }
    }

    static CallFailedException failed(
            Kind kind, String action, HttpAnswer answer, Optional<String> code, String message) {
        return new CallFailedException(new CallFailure(
                kind, action, Optional.of(answer.status()), code, message, answer.header("Zuora-Request-Id")));
    }

    /** What the last two digits of an eight-digit code say (Zuora API reference, Error codes). */
    private static Kind kind(JsonNode json) {
        String code = code(json).orElse("");
        if (code.endsWith("90")) {
            return Kind.MALFORMED;
        }
        if (!code.matches("\\d{8}")) {
            return Kind.REFUSED;
        }
        return switch (code.substring(6)) {
            case "40" -> Kind.NOT_FOUND;
            case "61" -> Kind.SERVER_TROUBLE;
            case "70" -> Kind.THROTTLED;
            default -> Kind.REFUSED;
        };
    }

    /** Where a redirect points: the host alone, for the rest may hold what is nobody's business. */
    private static String elsewhere(HttpAnswer answer) {
        try {
            URI location = URI.create(answer.header("Location").orElse(""));
            return location.getHost() == null
                    ? "it points to another place on the same host"
                    : "it points to " + location.getScheme() + "://" + location.getHost()
                            + (location.getPort() < 0 ? "" : ":" + location.getPort());
        } catch (IllegalArgumentException e) {
            return "it points to nowhere that can be read";
        }
    }

    private static Optional<String> code(JsonNode json) {
        for (JsonNode at : new JsonNode[] {
            json.path("errorCode"), json.path("code"), reason(json).path("code")
        }) {
            if (at.isValueNode() && !at.isNull()) {
                return Optional.of(beginning(at.asText()));
            }
        }
        return Optional.empty();
    }

    private static String message(Page page) {
        for (String member : new String[] {"message", "error_description", "error"}) {
            if (saysSomething(page.json().path(member))) {
                return beginning(page.json().get(member).asText());
            }
        }
        JsonNode reason = reason(page.json()).path("message");
        return saysSomething(reason) ? beginning(reason.asText()) : words(page);
    }

    private static boolean saysSomething(JsonNode message) {
        return message.isTextual() && !message.asText().isBlank();
    }

    private static String words(Page page) {
        return page.flaw().orElseGet(() -> excerpt(page.text()));
    }

    private static JsonNode reason(JsonNode json) {
        return json.path("reasons").path(0);
    }

    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_EXCERPT));
    }

    /** Whether a text from here may have gone on. */
    static boolean isCut(String text) {
        return text.codePointCount(0, text.length()) == LONGEST_EXCERPT;
    }

    /** The beginning of what a server sent, on one line and harmless to print. */
    static String excerpt(String text) {
        String line = text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip()
                .replaceAll(" +", " ");
        return line.isEmpty() ? "(an empty body)" : beginning(line);
    }
}
