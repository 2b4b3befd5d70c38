package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ReadingCode;
import io.github.aquaspec.spec.source.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains where the pieces of a YAML text do not fit together: brackets, indentation, keys and items. */
final class YamlStructure {

    /** A value, a comma, and what looks like a key. */
    private static final Pattern ANOTHER_KEY = Pattern.compile("[^,\\s]+, *(\\w+:) ");

    private final Stretches stretches;
    private final String context;
    private final String problem;
    private final int start;
    private final int at;

    /**
     * The case to explain.
     *
     * @param context what the parser was in
     * @param problem what it met
     * @param start where the first began
     * @param at where it met the second
     */
    YamlStructure(Stretches stretches, String context, String problem, int start, int at) {
        this.stretches = stretches;
        this.context = context;
        this.problem = problem;
        this.start = start;
        this.at = at;
    }

    Diagnostic explain() {
        if (context.contains("flow sequence")) {
            return bracket('[', ']');
        }
        if (context.contains("flow mapping")) {
            return bracket('{', '}');
        }
        if (problem.startsWith("expected the node content")) {
            return syntax("a value is missing in front of this")
                    .at(stretches.rest(at))
                    .fix("write the value, or \"\" for an empty one");
        }
        if (problem.contains("'<document start>'")) {
            return syntax("this stands behind the end of the manifest")
                    .at(stretches.rest(at))
                    .fix("delete it, or check the brackets and the indentation above");
        }
        return problem.startsWith("expected <block end>") ? stray() : other();
    }

    /** A colon where no key can be: in a value, or behind a key that the line above has swallowed. */
    Diagnostic colon() {
        int number = stretches.source().position(at).line();
        Span line = stretches.line(number);
        int first = stretches.source().content().substring(line.start(), at).indexOf(": ");
        if (first >= 0 || number == 1) {
            Span value = stretches.rest(first < 0 ? line.start() : line.start() + first + 2);
            Matcher key = ANOTHER_KEY.matcher(value.text());
            if (first >= 0 && key.lookingAt()) {
                return syntax("a second key stands in the line of the first")
                        .at(value)
                        .fix("start a new line in front of `" + key.group(1)
                                + "`, without the comma; or, if all of it is text, put it in quotes");
            }
            return syntax("a second `:` stands in one value").at(value).fix(Stretches.quoting(value.text()));
        }
        Span above = stretches.lineAbove(number);
        int deeper = column(line) - column(above);
        boolean aboveHasKey = above.text().contains(": ") || above.text().endsWith(":");
        if (deeper == 0 && !aboveHasKey) {
            return keyWithoutColon(above);
        }
        return syntax(
                        deeper > 0
                                ? "the key is indented deeper than the line above"
                                : "the indentation fits no line above")
                .at(stretches.source().span(line.start(), at), "starts in column " + column(line))
                .related(above, "starts in column " + column(above))
                .fix("indent the key like its neighbours; if it belongs to the text above, put that text in quotes");
    }

    static Diagnostic keyWithoutColon(Span span) {
        return syntax("expected `key: value`, found text without `:` and a blank behind it")
                .at(span)
                .fix(
                        "write `key: value`, with a blank behind the colon; if it belongs to the text above, indent it like that");
    }

    Diagnostic other() {
        return syntax("this is not how YAML is written").at(stretches.rest(at)).fix("put the value in quotes");
    }

    /** Something that is neither the next key or item nor the end of the mapping or list around it. */
    private Diagnostic stray() {
        Span here = stretches.rest(at);
        Span around = stretches.rest(start);
        if (problem.contains("'<block mapping start>'") || problem.contains("'<block sequence start>'")) {
            return syntax("the indentation fits no line above")
                    .at(here, "starts in column " + column(here))
                    .related(around, "starts in column " + column(around))
                    .fix("indent the line exactly like its neighbours");
        }
        if (problem.contains("'-'")) {
            return syntax("a list item stands among keys")
                    .at(here)
                    .related(around, "the keys start here")
                    .fix(
                            "where it is the next item, start it in the column of the `-` above; otherwise write the key of its list first");
        }
        if (problem.contains("'?'") && stretches.is(start, '-')) {
            return syntax("a key stands among list items")
                    .at(here)
                    .related(around, "the list starts here")
                    .fix("indent it like the other keys of the item, or write `- ` in front of it");
        }
        if (stretches.is(at, ':')) {
            return Diagnostic.of(ReadingCode.KEY_NOT_TEXT, "a key is missing in front of `:`")
                    .at(here)
                    .fix("write the key");
        }
        if (stretches.is(at, '}') || stretches.is(at, ']')) {
            return syntax("this bracket closes nothing")
                    .at(stretches.one(at))
                    .fix("delete it, or write `" + (stretches.is(at, '}') ? '{' : '[') + "` where its value starts");
        }
        return syntax("this stands behind a value that has ended")
                .at(here)
                .fix("delete it, or put the whole value in quotes");
    }

    private Diagnostic bracket(char open, char close) {
        if (problem.contains("<stream end>") || problem.contains("document")) {
            return syntax("the `" + open + "` that starts here is never closed")
                    .at(stretches.one(start))
                    .fix("put `" + close + "` at its end");
        }
        Span line = stretches.line(stretches.source().position(at).line());
        if (at > 0 && stretches.is(at, '{') && stretches.is(at - 1, '$')) {
            return syntax("between brackets a placeholder stands in quotes")
                    .at(stretches.one(at - 1))
                    .fix("put the whole value in quotes");
        }
        // At a colon it is the key in front of it that came too early.
        boolean behindKey = stretches.is(at, ':') && line.start() > start;
        return syntax("a comma or `" + close + "` is missing in front of this")
                .at(behindKey ? stretches.source().span(line.start(), at) : stretches.rest(at))
                .related(stretches.one(start), "opened here")
                .fix("write `,` between two values and `" + close + "` behind the last");
    }

    private static int column(Span span) {
        return span.from().column();
    }

    private static Diagnostic syntax(String message) {
        return Diagnostic.of(ReadingCode.SYNTAX, message);
    }
}
