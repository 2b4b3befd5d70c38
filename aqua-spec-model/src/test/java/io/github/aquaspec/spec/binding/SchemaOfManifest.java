package io.github.aquaspec.spec.binding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The JSON Schema of a manifest, made of what the binding asks for and of the notes on its keys. Values are text typed
 * by the key, so each type stands beside text of its form, and a placeholder may be that text.
 */
final class SchemaOfManifest {

    private static final String PLACEHOLDER = "\\$\\{";

    private final KeyNotes notes;

    SchemaOfManifest(KeyNotes notes) {
        this.notes = notes;
    }

    Map<String, Object> whole() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("$id", "urn:aquaspec:aqua-manifest:1");
        schema.put("title", "AQuA manifest");
        schema.put(
                "description", "One AQuA job: Zuora's members under Zuora's names, and the runner's own beside them.");
        schema.putAll(value("", Binding.JOB.shape(), false));
        return schema;
    }

    private Map<String, Object> described(String path, Shape shape, boolean isRequired, boolean canBeNull) {
        KeyNotes.Note note = notes.of(path);
        Map<String, Object> schema = new LinkedHashMap<>();
        String ending = isRequired
                ? " Required."
                : note.defaultValue().map(words -> " Default: " + words + ".").orElse("");
        schema.put(
                "description", (note.whose() + ". " + note.does() + ending).replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1"));
        note.literalDefault().ifPresent(text -> schema.put("default", literal(shape, text)));
        schema.put("examples", List.of(EditorYaml.read(note.example())));
        schema.putAll(value(path, shape, canBeNull));
        return schema;
    }

    private static Object literal(Shape shape, String text) {
        return shape instanceof Shape.WholeNumber || shape instanceof Shape.Flag ? EditorYaml.read(text) : text;
    }

    private Map<String, Object> value(String path, Shape shape, boolean canBeNull) {
        boolean literal = path.startsWith("params.");
        if (shape instanceof Shape.Mapping mapping) {
            return mapping(path, mapping, canBeNull);
        }
        if (shape instanceof Shape.ListOf list) {
            Map<String, Object> schema = typed(canBeNull, "array");
            schema.put("items", value(path, list.item(), false));
            return schema;
        }
        if (shape instanceof Shape.Words words) {
            return Map.of("anyOf", List.of(words(words, canBeNull), pattern(spellings(words), literal)));
        }
        if (shape instanceof Shape.Flag) {
            Map<String, Object> schema = typed(canBeNull, "boolean", "string");
            schema.put("pattern", form(anyCase("true") + "|" + anyCase("false"), literal));
            return schema;
        }
        if (shape instanceof Shape.WholeNumber number) {
            Map<String, Object> schema = typed(canBeNull, "integer", "string");
            schema.put("minimum", number.min());
            if (number.max() != Long.MAX_VALUE) {
                schema.put("maximum", number.max());
            }
            boolean isFixed = number.min() == number.max();
            schema.put("pattern", form(isFixed ? String.valueOf(number.min()) : "-?(0|[1-9]\\d{0,17})", literal));
            return schema;
        }
        if (shape instanceof Shape.Form form) {
            Map<String, Object> schema =
                    form.canBeNumber() ? typed(canBeNull, "string", "number") : typed(canBeNull, "string");
            schema.put("pattern", form(form.pattern(), literal));
            return schema;
        }
        Map<String, Object> schema = typed(canBeNull, "string", "number", "boolean");
        if (!((Shape.Text) shape).canBeEmpty()) {
            schema.put("pattern", "\\S");
        }
        return schema;
    }

    private Map<String, Object> mapping(String path, Shape.Mapping mapping, boolean canBeNull) {
        String above = path.isEmpty() ? "" : path + ".";
        Map<String, Object> schema = typed(canBeNull, "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        mapping.keys()
                .forEach((name, key) -> properties.put(
                        name, described(above + name, key.value(), key.isRequired(), !key.isRequired())));
        List<String> required = mapping.keys().entrySet().stream()
                .filter(e -> e.getValue().isRequired())
                .map(Map.Entry::getKey)
                .toList();
        if (!properties.isEmpty()) {
            schema.put("properties", properties);
        }
        schema.put("patternProperties", Map.of("^x-|^\\$schema$", Map.of()));
        schema.put(
                "additionalProperties",
                mapping.anyOther()
                        .map(other -> (Object) described(above + "<name>", other, false, false))
                        .orElse(false));
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Map<String, Object> words(Shape.Words words, boolean canBeNull) {
        List<Object> values = new ArrayList<>(words.words());
        words.words().stream()
                .filter(word -> word.matches("\\d+(\\.\\d+)?"))
                .map(word -> new BigDecimal(word).stripTrailingZeros())
                .distinct()
                .forEach(values::add);
        if (canBeNull) {
            values.add(null);
        }
        return Map.of("enum", values);
    }

    private static Map<String, Object> pattern(String form, boolean literal) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put("pattern", form(form, literal));
        return schema;
    }

    private static String spellings(Shape.Words words) {
        return words.words().stream()
                .map(word -> words.isAnyCase() ? anyCase(word) : word.replace(".", "\\."))
                .collect(Collectors.joining("|"));
    }

    /** White space round a value does not count. */
    private static String form(String form, boolean literal) {
        return "^\\s*(" + form + ")\\s*$" + (literal ? "" : "|" + PLACEHOLDER);
    }

    private static String anyCase(String word) {
        return word.chars()
                .mapToObj(c -> "[" + (char) Character.toUpperCase(c) + (char) c + "]")
                .collect(Collectors.joining());
    }

    private static Map<String, Object> typed(boolean canBeNull, String... types) {
        List<String> all = new ArrayList<>(List.of(types));
        if (canBeNull) {
            all.add("null");
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", all.size() == 1 ? all.get(0) : all);
        return schema;
    }
}
