package io.github.aquaspec.emulator.job;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.emulator.file.FileFormat;
import io.github.aquaspec.spec.zoql.Dialect;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a submitted body as leniently as AQuA does: booleans may be strings, the version a number, formats any case. */
public final class RequestReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String newestApiVersion;

    public RequestReader(String newestApiVersion) {
        this.newestApiVersion = newestApiVersion;
    }

    /**
     * The request in a body.
     *
     * @throws MalformedRequest when it is no JSON object, or a member cannot mean anything
     */
    public JobRequest read(byte[] body) throws MalformedRequest {
        JsonNode root = parse(body);
        if (root.isMissingNode()) {
            throw new MalformedRequest("nothing there", false);
        }
        if (!root.isObject()) {
            throw new MalformedRequest("a request is an object", true);
        }
        return new JobRequest(
                format(root),
                version(root),
                text(root, "name"),
                text(root, "partner"),
                text(root, "project"),
                word(root, "encrypted", "none", List.of("none", "pgp")),
                offset(root),
                text(root, "incrementalTime"),
                flag(root, "useQueryLabels"),
                flag(root, "dateTimeUtc"),
                text(root, "nullReplacement").orElse(""),
                text(root, "notifyUrl"),
                flag(root, "useLastCompletedJobQueries"),
                queries(root));
    }

    private static JsonNode parse(byte[] body) throws MalformedRequest {
        try {
            return JSON.reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(body);
        } catch (IOException e) {
            throw new MalformedRequest("no JSON", false);
        }
    }

    private static FileFormat format(JsonNode root) throws MalformedRequest {
        String word = text(root, "format").orElse("csv");
        return FileFormat.named(word).orElseThrow(() -> new MalformedRequest("unknown format " + word, true));
    }

    private static String version(JsonNode root) throws MalformedRequest {
        String text = text(root, "version").orElse("1.0");
        try {
            String version =
                    new BigDecimal(text).stripTrailingZeros().setScale(1).toPlainString();
            if (List.of("1.0", "1.1", "1.2").contains(version)) {
                return version;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // falls through to the refusal
        }
        throw new MalformedRequest("unknown version " + text, true);
    }

    private static int offset(JsonNode root) throws MalformedRequest {
        String text = text(root, "offset").orElse("0");
        try {
            int seconds = Integer.parseInt(text);
            if (seconds >= 0 && seconds <= 3600) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal
        }
        throw new MalformedRequest("offset is 0 to 3600 seconds, not " + text, true);
    }

    private List<QueryRequest> queries(JsonNode root) throws MalformedRequest {
        JsonNode list = root.path("queries");
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw new MalformedRequest("queries is an array", true);
        }
        List<QueryRequest> queries = new ArrayList<>();
        for (JsonNode query : list) {
            queries.add(query(query));
        }
        return queries;
    }

    private QueryRequest query(JsonNode query) throws MalformedRequest {
        if (!query.isObject()) {
            throw new MalformedRequest("a query is an object", true);
        }
        return new QueryRequest(
                text(query, "name"),
                text(query, "query").orElseThrow(() -> new MalformedRequest("a query needs its text", true)),
                dialect(query),
                text(query, "apiVersion").orElse(newestApiVersion),
                text(query, "convertToCurrencies"),
                deleted(query.path("deleted")));
    }

    private static Dialect dialect(JsonNode query) throws MalformedRequest {
        String word = word(query, "type", "zoqlexport", List.of("zoqlexport", "zoql"));
        return word.equals("zoql") ? Dialect.ZOQL : Dialect.EXPORT_ZOQL;
    }

    private static Optional<DeletedColumn> deleted(JsonNode deleted) throws MalformedRequest {
        if (deleted.isMissingNode() || deleted.isNull()) {
            return Optional.empty();
        }
        String column = text(deleted, "column").orElseThrow(() -> new MalformedRequest("deleted needs a column", true));
        String format = text(deleted, "format").orElse(DeletedColumn.Format.BOOLEAN.word());
        for (DeletedColumn.Format known : DeletedColumn.Format.values()) {
            if (known.word().equals(format)) {
                return Optional.of(new DeletedColumn(column, known, flag(deleted, "forceExport")));
            }
        }
        throw new MalformedRequest("deleted.format is Numeric or Boolean, not " + format, true);
    }

    private static String word(JsonNode node, String member, String otherwise, List<String> known)
            throws MalformedRequest {
        String word = text(node, member).orElse(otherwise).toLowerCase(Locale.ROOT);
        if (!known.contains(word)) {
            throw new MalformedRequest("unknown " + member + ' ' + word, true);
        }
        return word;
    }

    private static boolean flag(JsonNode node, String member) throws MalformedRequest {
        String text = text(node, member).orElse("false").toLowerCase(Locale.ROOT);
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new MalformedRequest(member + " is true or false, not " + text, true);
        };
    }

    private static Optional<String> text(JsonNode node, String member) throws MalformedRequest {
        JsonNode value = node.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isValueNode()) {
            throw new MalformedRequest(member + " is a single value", true);
        }
        return Optional.of(value.asText());
    }
}
