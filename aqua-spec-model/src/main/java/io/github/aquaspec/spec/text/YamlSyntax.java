package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ReadingCode;
import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.Span;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.tokens.ScalarToken;

/** Says in a user's words, at the place that is to blame, what SnakeYAML says in a parser's words where it gave up. */
final class YamlSyntax {

    private final SourceText source;
    private final String context;
    private final String problem;
    private final int start;
    private final int at;

    private YamlSyntax(SourceText source, MarkedYAMLException e) {
        this.source = source;
        this.context = Optional.ofNullable(e.getContext()).orElse("");
        this.problem = Optional.ofNullable(e.getProblem()).orElse("");
        this.at = Optional.ofNullable(e.getProblemMark()).map(Mark::getIndex).orElse(0);
        this.start = Optional.ofNullable(e.getContextMark()).map(Mark::getIndex).orElse(at);
    }

    /**
     * One finding for a syntax error.
     *
     * @param last the last scalar before it, which may have swallowed what follows
     */
    static Diagnostic explain(SourceText source, MarkedYAMLException e, Optional<ScalarToken> last) {
        YamlSyntax syntax = new YamlSyntax(source, e);
        return last.flatMap(syntax::behindQuote).orElseGet(syntax::explain);
    }

    /** An escape with digits that make no character. */
    static Diagnostic badNumber(SourceText source, int offset) {
        int backslash = Math.max(0, source.content().lastIndexOf('\\', offset));
        return syntax("the escape names no character")
                .at(source.span(backslash, Math.max(backslash, offset)))
                .fix("write \\x and 2, \\u and 4, or \\U and 8 hexadecimal digits, at most \\U0010FFFF");
    }

    /** A quote that is closed too late, or text that goes on behind it. */
    private Optional<Diagnostic> behindQuote(ScalarToken last) {
        int from = last.getStartMark().getIndex();
        int to = last.getEndMark().getIndex();
        if (last.getPlain() || to > at || from == to || hasBreak(to, at)) {
            return Optional.empty();
        }
        char quote = source.content().charAt(from);
        if (quote != '"' && quote != '\'') {
            return Optional.empty();
        }
        if (hasBreak(from, to)) {
            return Optional.of(syntax("the quote that starts here is not closed where it should be")
                    .at(source.span(from, from + 1), "opened here")
                    .related(source.span(to - 1, to), "closed only here")
                    .fix("put " + quote + " at the end of the text"));
        }
        if (!problem.contains("but found") && !problem.contains("but got")) {
            return Optional.empty();
        }
        return Optional.of(syntax("text stands behind the closing quote")
                .at(rest(at))
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
            return syntax("expected `key: value`, found text without `:` and a blank behind it")
                    .at(rest(start))
                    .fix("write `key: value`, with a blank behind the colon");
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return syntax("a `:` stands inside a value, or its key is not in line with the keys beside it")
                    .at(one(at))
                    .fix("put the value in quotes, or indent the key like its neighbours");
        }
        if (problem.startsWith("sequence entries are not allowed")) {
            return syntax("a list item starts on a line of its own")
                    .at(one(at))
                    .fix("start a new line in front of `-`; for a value that starts with `- `, put it in quotes");
        }
        if (problem.startsWith("mapping keys are not allowed")) {
            return syntax("a value cannot start with `? `").at(one(at)).fix("put the value in quotes");
        }
        return context.startsWith("while scanning") ? scanning() : parsing();
    }

    private Diagnostic cannotStart() {
        char c = at < source.length() ? source.content().charAt(at) : ' ';
        if (c != '\t') {
            return syntax("a value cannot start with `"
                            + Character.toString(source.content().codePointAt(at)) + "`")
                    .at(one(at))
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
                .fix(indents ? "YAML indents with blanks: replace each tab by two" : "replace it by a blank");
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
                    .at(rest(start))
                    .fix(
                            "start the text on the next line, indented; for a value that starts with > or |, put it in quotes");
        }
        if (context.contains("alias") || context.contains("anchor")) {
            return Diagnostic.of(
                            ReadingCode.ANCHOR,
                            "a value cannot start with `" + source.content().charAt(start) + "`")
                    .at(one(start))
                    .fix("put the value in quotes");
        }
        if (context.contains("tag")) {
            return Diagnostic.of(ReadingCode.TAG, "a manifest has no tags")
                    .at(rest(start))
                    .fix("write the value alone; for a text that starts with !, put it in quotes");
        }
        if (context.contains("directive")) {
            return Diagnostic.of(ReadingCode.DIRECTIVE, "a manifest has no directives")
                    .at(rest(start))
                    .fix("leave the line out; for a text that starts with %, put it in quotes");
        }
        return other();
    }

    private Diagnostic parsing() {
        if (context.contains("flow sequence") || context.contains("flow mapping")) {
            return bracket(context.contains("sequence") ? "[" : "{", context.contains("sequence") ? "]" : "}");
        }
        if (problem.startsWith("expected the node content")) {
            return syntax("a value is missing in front of this")
                    .at(rest(at))
                    .fix("write the value, or \"\" for an empty one");
        }
        if (problem.contains("'<document start>'")) {
            return syntax("this stands behind the end of the manifest")
                    .at(rest(at))
                    .fix("delete it, or check the brackets and the indentation above");
        }
        if (!problem.startsWith("expected <block end>")) {
            return other();
        }
        if (problem.contains("'<block mapping start>'") || problem.contains("'<block sequence start>'")) {
            return syntax("the indentation fits no line above")
                    .at(rest(at))
                    .related(rest(start), "this started further left or right")
                    .fix("indent the line exactly like its neighbours");
        }
        if (problem.contains("'-'")) {
            return syntax("a list item stands among keys")
                    .at(rest(at))
                    .related(rest(start), "the keys start here")
                    .fix("write the key that holds the list in front of it, or indent it");
        }
        return syntax("expected the next key or item here")
                .at(rest(at))
                .related(rest(start), "in what starts here")
                .fix("check the brackets, quotes and indentation of this line and the one above");
    }

    private Diagnostic bracket(String open, String close) {
        if (at >= source.length() || problem.contains("<stream end>") || problem.contains("document")) {
            return syntax("the `" + open + "` that starts here is never closed")
                    .at(one(start))
                    .fix("put `" + close + "` at its end");
        }
        return syntax("a comma or `" + close + "` is missing in front of this")
                .at(rest(at))
                .related(one(start), "opened here")
                .fix("write `,` between two values and `" + close + "` behind the last");
    }

    private Diagnostic other() {
        return syntax("this is not how YAML is written").at(rest(at)).fix("put the value in quotes");
    }

    private static Diagnostic syntax(String message) {
        return Diagnostic.of(ReadingCode.SYNTAX, message);
    }

    private Span one(int offset) {
        return source.span(offset, Math.min(source.length(), offset + 1));
    }

    /** From an offset to the last visible character of the line. */
    private Span rest(int offset) {
        int end = offset;
        for (int i = offset;
                i < source.length() && !LineBreaks.isBreak(source.content().charAt(i));
                i++) {
            if (!LineBreaks.isBlank(source.content().charAt(i))) {
                end = i + 1;
            }
        }
        return source.span(offset, end);
    }

    private boolean hasBreak(int from, int to) {
        return source.content().substring(from, to).chars().anyMatch(c -> LineBreaks.isBreak((char) c));
    }
}
