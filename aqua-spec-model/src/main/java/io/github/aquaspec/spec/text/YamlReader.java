package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ReadingCode;
import io.github.aquaspec.spec.source.ScalarText;
import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.text.Findings.ReadingStopped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;

/** YAML text into a tree, by SnakeYAML's events. */
final class YamlReader {

    private final SourceText source;
    private final Findings found;
    private final YamlInput input;
    private final YamlTokens tokens;
    private final ParserImpl parser;
    private int events;

    private YamlReader(SourceText source, Findings found) {
        this.source = source;
        this.found = found;
        this.input = new YamlInput(source);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(Integer.MAX_VALUE);
        this.tokens = new YamlTokens(source, input, options, found);
        this.parser = new ParserImpl(tokens);
    }

    /** The tree, unless a finding forbids it. */
    static Optional<Node> read(SourceText source, Findings found) {
        YamlReader reader = new YamlReader(source, found);
        try {
            ControlCharacters.refuse(source, found);
            Optional<Node> node = reader.document();
            reader.tokens.reportAnchors();
            return found.trusted(node);
        } catch (ReadingStopped e) {
            return Optional.empty();
        }
    }

    private Optional<Node> document() {
        next();
        Event start = next();
        if (!(start instanceof DocumentStartEvent)) {
            throw found.stop(Refusals.empty(source));
        }
        Node root = node(next(), 0, -1);
        if (root instanceof ScalarNode scalar
                && scalar.span().start() == scalar.span().end()) {
            throw found.stop(Refusals.empty(source));
        }
        next();
        Event second = next();
        if (second instanceof DocumentStartEvent) {
            found.addBeside(Refusals.secondDocument(span(second.getStartMark(), second.getEndMark()), root));
        }
        return Optional.of(root);
    }

    /**
     * A value.
     *
     * @param depth mappings and lists around it
     * @param indent the column of the block mapping or list around it, from 0; -1 for none
     */
    private Node node(Event event, int depth, int indent) {
        if (event instanceof CollectionStartEvent start) {
            if (depth == Limits.DEPTH) {
                throw found.stop(Refusals.tooDeep(span(event.getStartMark(), event.getEndMark())));
            }
            int column = start.isFlow() ? indent : start.getStartMark().getColumn();
            return start instanceof MappingStartEvent
                    ? mapping(start, depth + 1, column)
                    : sequence(start, depth + 1, column);
        }
        if (event instanceof AliasEvent) {
            Span span = span(event.getStartMark(), event.getEndMark());
            return new ScalarNode(PlacedText.coarse(span.text(), span), ScalarNode.Form.PLAIN);
        }
        return scalar((ScalarEvent) event, indent);
    }

    private MappingNode mapping(CollectionStartEvent start, int depth, int indent) {
        MappingBuilder mapping = new MappingBuilder(found);
        Event event = next();
        while (!(event instanceof CollectionEndEvent)) {
            Node key = node(event, depth, indent);
            String name = key instanceof ScalarNode scalar ? name(scalar, mapping) : notText(key);
            mapping.member(name, key.span(), node(next(), depth, indent));
            event = next();
        }
        Span span = span(start.getStartMark(), event.getEndMark());
        // A pair in a list, [a: b], is a flow mapping too, but has no braces.
        boolean braces = start.isFlow() && span.text().endsWith("}");
        return braces ? mapping.flow(span) : mapping.block();
    }

    private String name(ScalarNode key, MappingBuilder mapping) {
        if (key.form() == ScalarNode.Form.PLAIN && key.value().equals("<<")) {
            found.add(Diagnostic.of(ReadingCode.MERGE_KEY, "a manifest has no merge keys")
                    .at(key.span())
                    .fix("write the keys out"));
        } else if (key.form() == ScalarNode.Form.PLAIN && key.value().isEmpty()) {
            found.add(Diagnostic.of(ReadingCode.KEY_NOT_TEXT, "a key is missing in front of `:`")
                    .at(key.span())
                    .fix("write the key"));
        } else {
            mapping.key(key.value(), key.span());
        }
        return key.value();
    }

    private String notText(Node key) {
        if (isTemplate(key.span())) {
            found.add(Diagnostic.of(ReadingCode.KEY_NOT_TEXT, "a manifest has no placeholders with two braces")
                    .at(key.span())
                    .fix("write ${param.…} or ${env.AQUA_…}; for a text that starts with {, put it in quotes"));
            return key.span().text();
        }
        found.add(Diagnostic.of(ReadingCode.KEY_NOT_TEXT, "a key is text, and this is " + key.kind())
                .at(key.span())
                .fix("write a name in front of `:`; for a value that starts with { or [, put it in quotes"));
        return key.span().text();
    }

    /** Whether these are the inner braces of a template's placeholder, as in {@code {{ name }}}. */
    private boolean isTemplate(Span braces) {
        String text = source.content();
        return braces.start() > 0
                && text.charAt(braces.start()) == '{'
                && text.charAt(braces.start() - 1) == '{'
                && text.startsWith("}}", braces.end() - 1);
    }

    private SequenceNode sequence(CollectionStartEvent start, int depth, int indent) {
        List<Node> items = new ArrayList<>();
        Event event = next();
        while (!(event instanceof CollectionEndEvent)) {
            items.add(node(event, depth, indent));
            event = next();
        }
        Span span = start.isFlow()
                ? span(start.getStartMark(), event.getEndMark())
                : source.span(
                        start.getStartMark().getIndex(),
                        items.get(items.size() - 1).span().end());
        return new SequenceNode(span, items);
    }

    private ScalarNode scalar(ScalarEvent event, int indent) {
        Span span = span(event.getStartMark(), event.getEndMark());
        String value = event.getValue();
        if (event.getTag() != null || event.getAnchor() != null) {
            // The event starts at the tag or anchor, which is an error told elsewhere.
            return new ScalarNode(PlacedText.coarse(value, span), ScalarNode.Form.PLAIN);
        }
        ScalarNode.Form form = switch (event.getScalarStyle()) {
            case LITERAL, FOLDED -> ScalarNode.Form.BLOCK;
            case SINGLE_QUOTED, DOUBLE_QUOTED -> ScalarNode.Form.QUOTED;
            default -> ScalarNode.Form.PLAIN;
        };
        ScalarText text = switch (form) {
            case BLOCK -> BlockScalar.read(source, span.start(), indent, value);
            case QUOTED -> FlowScalar.quoted(span, value);
            default -> FlowScalar.plain(span, value);
        };
        ControlCharacters.unsendable(text).ifPresent(found::add);
        return new ScalarNode(text, form);
    }

    private Event next() {
        if (++events > Limits.EVENTS) {
            throw found.stop(Refusals.tooMany(source.span(input.offset(), input.offset())));
        }
        try {
            return parser.getEvent();
        } catch (MarkedYAMLException e) {
            if (YamlSyntax.isAboutTag(e)) {
                tokens.reportAnchors();
                throw new ReadingStopped();
            }
            throw stop(YamlSyntax.explain(source, e, tokens.lastScalar()));
        } catch (NumberFormatException e) {
            // The scanner's answer to an escape such as U+80000000.
            throw stop(YamlSyntax.badNumber(source, input.offset()));
        } catch (YAMLException e) {
            // Where the scanner loses its way it does not say where.
            throw stop(YamlSyntax.lost(source, input.offset(), tokens.lastScalar()));
        }
    }

    private ReadingStopped stop(Diagnostic diagnostic) {
        tokens.reportAnchors();
        return found.stop(diagnostic);
    }

    private Span span(Mark from, Mark to) {
        return tokens.span(from, to);
    }
}
