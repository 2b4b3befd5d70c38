package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ReadingCode;
import io.github.aquaspec.spec.source.SourceText;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.tokens.ScalarToken;

/** Says in a user's words, at the place that is to blame, what SnakeYAML says in a parser's words where it gave up. */
final class YamlSyntax {

    private final SourceText source;
    private final Stretches stretches;
    private final String context;
    private final String problem;
    private final int start;
    private final int at;
    private final YamlStructure structure;

    private YamlSyntax(SourceText source, String context, String problem, int start, int at) {
        this.source = source;
        this.stretches = new Stretches(source);
        this.context = context;
        this.problem = problem;
        this.start = start;
        this.at = at;
        this.structure = new YamlStructure(stretches, context, problem, start, at);
    }

    /**
     * One finding for a syntax error.
     *
     * @param last the last scalar before it, which may have swallowed what follows
     */
    static Diagnostic explain(SourceText source, MarkedYAMLException e, Optional<ScalarToken> last) {
        int at = Optional.ofNullable(e.getProblemMark()).map(Mark::getIndex).orElse(0);
        YamlSyntax syntax = new YamlSyntax(
                source,
                Optional.ofNullable(e.getContext()).orElse(""),
                Optional.ofNullable(e.getProblem()).orElse(""),
                Optional.ofNullable(e.getContextMark()).map(Mark::getIndex).orElse(at),
                at);
        return last.flatMap(syntax::behindQuote).orElseGet(syntax::explain);
    }

    /**
     * One finding for an error that has no place.
     *
     * @param offset how far the text was read
     */
    static Diagnostic lost(SourceText source, int offset, Optional<ScalarToken> last) {
        YamlSyntax syntax = new YamlSyntax(source, "", "", offset, offset);
        return last.flatMap(syntax::behindQuote).orElseGet(syntax.structure::other);
    }

    /** Whether the error is an unknown tag handle; that there is a tag has been told already. */
    static boolean isAboutTag(MarkedYAMLException e) {
        return Optional.ofNullable(e.getProblem()).orElse("").startsWith("found undefined tag handle");
    }

    /** An escape with digits that make no character. */
    static Diagnostic badNumber(SourceText source, int offset) {
        int backslash = Math.max(0, source.content().lastIndexOf('\\', offset));
        int end = Math.max(backslash, offset);
        while (end < source.length() && Character.digit(source.content().charAt(end), 16) >= 0) {
            end++;
        }
        return syntax("the escape names no character")
                .at(source.span(backslash, end))
                .fix("write \\x and 2, \\u and 4, or \\U and 8 hexadecimal digits, at most \\U0010FFFF");
    }

    /** A quote that is closed too late, or text that goes on behind it. */
    private Optional<Diagnostic> behindQuote(ScalarToken last) {
        int from = last.getStartMark().getIndex();
        int to = last.getEndMark().getIndex();
        if (last.getPlain() || to > at || from == to || stretches.hasBreak(to, at)) {
            return Optional.empty();
        }
        char quote = source.content().charAt(from);
        if (quote != '"' && quote != '\'') {
            return Optional.empty();
        }
        if (stretches.hasBreak(from, to)) {
            return Optional.of(syntax("the quote that starts here is not closed where it should be")
                    .at(source.span(from, from + 1), "opened here")
                    .related(source.span(to - 1, to), "closed only here")
                    .fix("put " + quote + " at the end of the text"));
        }
        if (!problem.contains("but found") && !problem.contains("but got")) {
            return Optional.empty();
        }
        if (stretches.rest(at).text().equals(",")) {
            return Optional.of(syntax("a comma stands behind the value")
                    .at(stretches.one(at))
                    .fix("delete the comma"));
        }
        return Optional.of(syntax("text stands behind the closing quote")
                .at(stretches.rest(at))
                .related(source.span(from, to), "the quoted text")
                .fix(
                        quote == '\''
                                ? "write '' for a ' inside the text, and one ' at its end"
                                : "write \\\" for a \" inside the text, and one \" at its end"));
    }

    private Diagnostic explain() {
        if (problem.startsWith("found unexpected end of stream") || problem.startsWith("found unexpected document")) {
            char quote = source.content().charAt(start);
            return syntax("the quote that starts here is never closed")
                    .at(source.span(start, start + 1))
                    .fix("put " + quote + " at the end of the text");
        }
        if (problem.startsWith("found character")) {
            return cannotStart();
        }
        if (context.startsWith("while scanning a simple key")) {
            return YamlStructure.keyWithoutColon(stretches.rest(start));
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return structure.colon();
        }
        if (problem.startsWith("sequence entries are not allowed")) {
            return syntax("a list item starts on a line of its own")
                    .at(stretches.one(at))
                    .fix("start a new line in front of `-`; for a value that starts with `- `, put it in quotes");
        }
        if (problem.startsWith("mapping keys are not allowed")) {
            return syntax("a value cannot start with `? `")
                    .at(stretches.one(at))
                    .fix("put the value in quotes");
        }
        return context.startsWith("while scanning") ? scanning() : structure.explain();
    }

    private Diagnostic cannotStart() {
        char c = at < source.length() ? source.content().charAt(at) : ' ';
        if (c != '\t') {
            return syntax("a value cannot start with "
                            + Character.toString(source.content().codePointAt(at)))
                    .at(stretches.one(at))
                    .fix("put the value in quotes");
        }
        int end = at;
        while (end < source.length() && source.content().charAt(end) == '\t') {
            end++;
        }
        int lineStart = source.lineStart(source.position(at).line());
        boolean indents = source.content().substring(lineStart, at).isBlank();
        return Diagnostic.of(
                        indents ? ReadingCode.TAB_INDENTATION : ReadingCode.SYNTAX,
                        indents ? "a tab indents this line" : "a tab stands where a value should start")
                .at(source.span(at, end))
                .fix(indents ? "replace the tabs by blanks, two for each level" : "replace it by a blank");
    }

    private Diagnostic scanning() {
        if (context.contains("double-quoted")) {
            int backslash = Math.max(start, source.content().lastIndexOf('\\', Math.max(0, at - 1)));
            return syntax("YAML does not know this escape")
                    .at(source.span(backslash, Math.min(source.length(), Math.max(at, backslash) + 1)))
                    .fix("write \\\\ for a backslash, or put the text in single quotes");
        }
        if (context.contains("block scalar")) {
            return syntax("behind `" + source.content().charAt(start)
                            + "` nothing stands on the line but +, - or a digit from 1")
                    .at(stretches.rest(start))
                    .fix(
                            "start the text on the next line, indented; for a value that starts with > or |, put it in quotes");
        }
        if (context.contains("alias") || context.contains("anchor")) {
            return Diagnostic.of(
                            ReadingCode.ANCHOR,
                            "a value cannot start with " + source.content().charAt(start))
                    .at(stretches.one(start))
                    .fix("put the value in quotes");
        }
        if (context.contains("tag")) {
            return Diagnostic.of(ReadingCode.TAG, "a manifest has no tags")
                    .at(stretches.rest(start))
                    .fix("write the value alone; for a text that starts with !, put it in quotes");
        }
        if (context.contains("directive")) {
            return Diagnostic.of(ReadingCode.DIRECTIVE, "a manifest has no directives")
                    .at(stretches.rest(start))
                    .fix("leave the line out; for a text that starts with %, put it in quotes");
        }
        return structure.other();
    }

    private static Diagnostic syntax(String message) {
        return Diagnostic.of(ReadingCode.SYNTAX, message);
    }
}
