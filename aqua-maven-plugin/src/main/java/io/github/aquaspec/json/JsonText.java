package io.github.aquaspec.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import io.github.aquaspec.spec.diagnostic.Printable;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;

/**
 * JSON as we write it: a member a line, two blanks deeper each level, {@code \n} on every machine. What would not show as
 * it is, or be taken for a command, is escaped: so a plan can print the very bytes that are sent, and do no harm. Trees are
 * written without a mapper, whose start takes longer than most goals have to write.
 */
public final class JsonText {

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final DefaultPrettyPrinter LAYOUT = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(LINES)
            .withArrayIndenter(LINES);
    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    /** The text of a tree, with a line end behind it. */
    public static String of(ObjectNode json) {
        return harmless(written(json, Optional.of(LAYOUT.createInstance()))) + "\n";
    }

    /** The text of a tree on one line, without blanks and line end, and nothing escaped that JSON allows. */
    public static String line(ObjectNode json) {
        return written(json, Optional.empty());
    }

    private static String written(ObjectNode json, Optional<PrettyPrinter> layout) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text);
                JsonParser tree = new TreeTraversingParser(json)) {
            layout.ifPresent(out::setPrettyPrinter);
            tree.nextToken();
            out.copyCurrentStructure(tree);
        } catch (IOException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
        return text.toString();
    }

    private static String harmless(String json) {
        StringBuilder out = new StringBuilder(json.length());
        for (int at = 0; at < json.length(); at += Character.charCount(json.codePointAt(at))) {
            int character = json.codePointAt(at);
            if (isToEscape(json, at)) {
                Character.toString(character).chars().forEach(unit -> out.append("\\u%04X".formatted(unit)));
            } else {
                out.appendCodePoint(character);
            }
        }
        return out.toString();
    }

    /** What is unassigned hangs on the version of Java, and a request must not. */
    private static boolean isToEscape(String json, int at) {
        return json.charAt(at) != '\n'
                && !Printable.isShownAsItIs(json, at)
                && Character.getType(json.codePointAt(at)) != Character.UNASSIGNED;
    }
}
