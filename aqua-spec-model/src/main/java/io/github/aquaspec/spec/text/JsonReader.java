package io.github.aquaspec.spec.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.ScalarText;
import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * JSON text into a tree, by Jackson's tokens. Between two tokens of JSON stand only white space, commas and colons, so
 * the places are found in the text itself.
 */
final class JsonReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** What came of a text: a tree, or where it stops being JSON. */
    record Outcome(Optional<Node> node, Optional<Diagnostic> syntaxError) {}

    /** Thrown where the text stops being JSON, so that the caller may try YAML. */
    private static final class NotJson extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Diagnostic diagnostic;

        NotJson(Diagnostic diagnostic) {
            super(diagnostic.message(), null, false, false);
            this.diagnostic = diagnostic;
        }
    }

    private final SourceText source;
    private final Findings found;
    private final JsonParser parser;
    private final Deque<Integer> open = new ArrayDeque<>();
    /** Behind the last good token. */
    private int cursor;

    private JsonSyntax.Last last = JsonSyntax.Last.VALUE;
    private int events;

    private JsonReader(SourceText source, Findings found, JsonParser parser) {
        this.source = source;
        this.found = found;
        this.parser = parser;
    }

    /** The tree, unless a finding forbids it; a syntax error is handed back and not told. */
    static Outcome read(SourceText source, Findings found) {
        try (JsonParser parser = FACTORY.createParser(source.content())) {
            Optional<Node> node = Optional.of(new JsonReader(source, found, parser).document());
            return new Outcome(found.trusted(node), Optional.empty());
        } catch (NotJson e) {
            return new Outcome(Optional.empty(), Optional.of(e.diagnostic));
        } catch (Findings.ReadingStopped e) {
            return new Outcome(Optional.empty(), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private Node document() throws IOException {
        Node root = value(next());
        JsonToken more = next();
        if (more != null) {
            int start = start();
            if (more == JsonToken.START_OBJECT) {
                found.addBeside(Refusals.secondDocument(source.span(start, start + 1), root));
                return root;
            }
            throw new NotJson(JsonSyntax.trailing(source, cursor));
        }
        return root;
    }

    private Node value(JsonToken token) throws IOException {
        int start = start();
        return switch (token) {
            case START_OBJECT -> object(start);
            case START_ARRAY -> array(start);
            default -> scalar(token, start);
        };
    }

    private MappingNode object(int start) throws IOException {
        enter(start);
        MappingBuilder mapping = new MappingBuilder(found);
        JsonToken token = next();
        while (token != JsonToken.END_OBJECT) {
            ScalarText key = JsonScalar.string(source, start(), parser.currentName());
            ControlCharacters.unsendable(key).ifPresent(found::add);
            cursor = key.span().end();
            last = JsonSyntax.Last.KEY;
            mapping.key(key.value(), key.span());
            mapping.member(key.value(), key.span(), value(next()));
            token = next();
        }
        return mapping.flow(leave(start));
    }

    private SequenceNode array(int start) throws IOException {
        enter(start);
        List<Node> items = new ArrayList<>();
        JsonToken token = next();
        while (token != JsonToken.END_ARRAY) {
            items.add(value(token));
            token = next();
        }
        return new SequenceNode(leave(start), items);
    }

    private void enter(int start) {
        if (open.size() == Limits.DEPTH) {
            throw found.stop(Refusals.tooDeep(source.span(start, start + 1)));
        }
        open.push(start);
        cursor = start + 1;
        last = JsonSyntax.Last.OPENING;
    }

    private Span leave(int start) {
        cursor = start() + 1;
        last = JsonSyntax.Last.VALUE;
        open.pop();
        return source.span(start, cursor);
    }

    private ScalarNode scalar(JsonToken token, int start) throws IOException {
        ScalarText text = token == JsonToken.VALUE_STRING
                ? JsonScalar.string(source, start, parser.getText())
                : JsonScalar.bare(source, start, parser.getText());
        ControlCharacters.unsendable(text).ifPresent(found::add);
        cursor = text.span().end();
        last = JsonSyntax.Last.VALUE;
        return new ScalarNode(
                text,
                switch (token) {
                    case VALUE_STRING -> ScalarNode.Form.JSON_STRING;
                    case VALUE_NULL -> ScalarNode.Form.JSON_NULL;
                    case VALUE_TRUE, VALUE_FALSE -> ScalarNode.Form.JSON_BOOLEAN;
                    default -> ScalarNode.Form.JSON_NUMBER;
                });
    }

    private JsonToken next() throws IOException {
        if (++events > Limits.EVENTS) {
            throw found.stop(Refusals.tooMany(source.span(start(), start())));
        }
        try {
            JsonToken token = parser.nextToken();
            if (token != null && token.isScalarValue()) {
                // Jackson reads a string to its end only when asked for it.
                parser.getText();
            }
            return token;
        } catch (JsonParseException e) {
            throw new NotJson(JsonSyntax.explain(source, last, cursor, Optional.ofNullable(open.peek())));
        }
    }

    /** Where the next token starts. */
    private int start() {
        String text = source.content();
        int at = cursor;
        while (at < text.length() && " \t\r\n,:".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
