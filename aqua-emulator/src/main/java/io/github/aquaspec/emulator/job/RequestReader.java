package io.github.aquaspec.emulator.job;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.emulator.file.FileFormat;
import io.github.aquaspec.emulator.query.QueryText;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import io.github.aquaspec.spec.zoql.Dialect;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a submitted body as leniently as AQuA does: booleans may be strings, the version a number, formats any case. */
public final class RequestReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int MAX_OFFSET = 3600;
    private static final Set<String> MEMBERS = Set.of(
            "format",
            "version",
            "name",
            "partner",
            "project",
            "encrypted",
            "offset",
            "incrementalTime",
            "useQueryLabels",
            "dateTimeUtc",
            "nullReplacement",
            "notifyUrl",
            "useLastCompletedJobQueries",
            "sourceData",
            "warehouseSize",
            "queries");
    private static final Set<String> QUERY_MEMBERS =
            Set.of("name", "query", "type", "apiVersion", "convertToCurrencies", "deleted");
    private static final Set<String> DELETED_MEMBERS = Set.of("column", "format", "forceExport");

    private final String newestApiVersion;
    private final Settings settings;

    /**
     * A reader.
     *
     * @param newestApiVersion of queries that name none
     * @param settings read with each request
     */
    public RequestReader(String newestApiVersion, Settings settings) {
        this.newestApiVersion = newestApiVersion;
        this.settings = settings;
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
        checkMembers(root, MEMBERS);
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

    private void checkMembers(JsonNode object, Set<String> known) throws MalformedRequest {
        if (settings.get(Setting.STRICT_MEMBERS)) {
            for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (!known.contains(name)) {
                    throw new MalformedRequest("unknown member " + name, true);
                }
            }
        }
    }

    private Optional<Integer> offset(JsonNode root) throws MalformedRequest {
        Optional<String> text = text(root, "offset");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int seconds;
        try {
            seconds = Integer.parseInt(text.get());
        } catch (NumberFormatException e) {
            throw new MalformedRequest("offset is a number of seconds, not " + text.get(), true);
        }
        int clamped = Math.max(0, Math.min(MAX_OFFSET, seconds));
        if (clamped == seconds) {
            return Optional.of(seconds);
        }
        return switch (settings.get(Setting.OFFSET_OUT_OF_RANGE)) {
            case "clamped" -> Optional.of(clamped);
            case "ignored" -> Optional.empty();
            default -> throw new MalformedRequest("offset is 0 to 3600 seconds, not " + seconds, true);
        };
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
        checkMembers(query, QUERY_MEMBERS);
        return new QueryRequest(
                text(query, "name"),
                text(query, "query").orElseThrow(() -> new MalformedRequest("a query needs its text", true)),
                dialect(query),
                apiVersion(query),
                text(query, "convertToCurrencies"),
                deleted(query.path("deleted")));
    }

    private String apiVersion(JsonNode query) throws MalformedRequest {
        String version = text(query, "apiVersion").orElse(newestApiVersion);
        if (settings.get(Setting.ODD_API_VERSION).equals("refused") && !QueryText.isVersion(version)) {
            throw new MalformedRequest("apiVersion is a number such as 145.0, not " + version, true);
        }
        return version;
    }

    private static Dialect dialect(JsonNode query) throws MalformedRequest {
        String word = word(query, "type", "zoqlexport", List.of("zoqlexport", "zoql"));
        return word.equals("zoql") ? Dialect.ZOQL : Dialect.EXPORT_ZOQL;
    }

    private Optional<DeletedColumn> deleted(JsonNode deleted) throws MalformedRequest {
        if (deleted.isMissingNode() || deleted.isNull()) {
            return Optional.empty();
        }
        checkMembers(deleted, DELETED_MEMBERS);
        String column = text(deleted, "column").orElseThrow(() -> new MalformedRequest("deleted needs a column", true));
        if (column.isBlank() || column.lines().count() > 1 || column.endsWith("\n") || column.endsWith("\r")) {
            throw new MalformedRequest("deleted.column is one line", true);
        }
        String format = text(deleted, "format").orElse(settings.get(Setting.DELETED_FORMAT));
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
