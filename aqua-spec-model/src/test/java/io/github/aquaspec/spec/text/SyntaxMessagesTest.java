package io.github.aquaspec.spec.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake in YAML or JSON is one finding, at the place that is to blame, in words that say what to change. */
class SyntaxMessagesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void explains_aMistakeInYaml(String text, String expected) {
        assertThat(told("a.yaml", text)).isEqualTo(expected);
    }

    static Stream<Arguments> explains_aMistakeInYaml() {
        return Stream.of(
                arguments("name: \"crm\nqueries:\n", "AQ004 1:7 <\"> the quote that starts here is never closed"),
                arguments("name: 'crm\n---\nx'\n", "AQ004 1:7 <'> the quote that starts here is never closed"),
                arguments(
                        "name: \"crm\nqueries:\n  - name: \"a\"\n",
                        "AQ004 1:7 <\"> the quote that starts here is not closed where it should be | 3:11 <\">"),
                arguments(
                        "queries:\n  - name: 'Acc\n'   query: x\n",
                        "AQ004 2:11 <'> the quote that starts here is not closed where it should be | 3:1 <'>"),
                arguments("name: 'it's'\n", "AQ004 1:11 <s'> text stands behind the closing quote | 1:7 <'it'>"),
                arguments("name: \"a\",\nb: c\n", "AQ004 1:10 <,> a comma stands behind the value"),
                arguments("name: \"a\", b\n", "AQ004 1:10 <, b> text stands behind the closing quote | 1:7 <\"a\">"),
                arguments("name: \"a\" b\n", "AQ004 1:11 <b> text stands behind the closing quote | 1:7 <\"a\">"),
                arguments("queries:\n\t- name: a\n", "AQ016 2:1 <\t> a tab indents this line"),
                arguments("queries:\n  \t\t- name: a\n", "AQ016 2:3 <\t\t> a tab indents this line"),
                arguments("query: |\n\tselect Id\n", "AQ016 2:1 <\t> a tab indents this line"),
                arguments("a: \tb\n", "AQ004 1:4 <\t> a tab stands where a value should start"),
                arguments(
                        "queries:\n  - name: a\n   type: b\n",
                        "AQ004 3:4 <type: b> the indentation fits no line above | 2:3 <- name: a>"),
                arguments(
                        "queries:\n  - name: a\n      type: b\n",
                        "AQ004 3:7 <type> the key is indented deeper than the line above | 2:5 <name: a>"),
                arguments(
                        "name Account\nversion: 1\n",
                        "AQ004 1:1 <name Account> expected `key: value`, found text without `:` and a blank behind it"),
                arguments(
                        "name:Account\n\nversion: 1\n",
                        "AQ004 1:1 <name:Account> expected `key: value`, found text without `:` and a blank behind it"),
                arguments(
                        "a: b\nc\n",
                        "AQ004 2:1 <c> expected `key: value`, found text without `:` and a blank behind it"),
                arguments(
                        "query: select a: b from c\n",
                        "AQ004 1:8 <select a: b from c> a second `:` stands in one value"),
                arguments("name: - a\n", "AQ004 1:7 <-> a list item starts on a line of its own"),
                arguments("name: ? a\n", "AQ004 1:7 <?> a value cannot start with `? `"),
                arguments("name: @a\n", "AQ004 1:7 <@> a value cannot start with @"),
                arguments("name: `a`\n", "AQ004 1:7 <`> a value cannot start with `"),
                arguments("name: %a\n", "AQ004 1:7 <%> a value cannot start with %"),
                arguments("name: *.csv\n", "AQ006 1:7 <*> a value cannot start with *"),
                arguments("name: & a\n", "AQ006 1:7 <&> a value cannot start with &"),
                arguments(
                        "query: > select Id\n",
                        "AQ004 1:8 <> select Id> behind `>` nothing stands on the line but +, - or a digit from 1"),
                arguments(
                        "query: |0\n  a\n",
                        "AQ004 1:8 <|0> behind `|` nothing stands on the line but +, - or a digit from 1"),
                arguments("columns: [a b\n", "AQ004 1:10 <[> the `[` that starts here is never closed"),
                arguments("deleted: {a: b\n", "AQ004 1:10 <{> the `{` that starts here is never closed"),
                arguments(
                        "columns: [a, b\nname: x\nversion: y\n",
                        "AQ004 2:1 <name> a comma or `]` is missing in front of this | 1:10 <[>"),
                arguments(
                        "columns: [a, {b: c]\n",
                        "AQ004 1:19 <]> a comma or `}` is missing in front of this | 1:14 <{>"),
                arguments("columns: [a, , b]\n", "AQ004 1:14 <, b]> a value is missing in front of this"),
                arguments("a: {x: 1}}\n", "AQ004 1:10 <}> this bracket closes nothing"),
                arguments("a: {b: c} d\n", "AQ004 1:11 <d> this stands behind a value that has ended"),
                arguments("name: x\n- a\n", "AQ004 2:1 <- a> a list item stands among keys | 1:1 <name: x>"),
                arguments("- a\nname: x\n", "AQ004 2:1 <name: x> a key stands among list items | 1:1 <- a>"),
                arguments("a: b\n: c\n", "AQ012 2:1 <: c> a key is missing in front of `:`"),
                arguments("a: {{ b }}\n", "AQ012 1:5 <{ b }> a manifest has no placeholders with two braces"),
                arguments("a: {{b: c}: d}\n", "AQ012 1:5 <{b: c}> a key is text, and this is a mapping"),
                arguments("x: \"C:\\data\"\n", "AQ004 1:7 <\\d> YAML does not know this escape"),
                arguments("x: \"\\xzz\"\n", "AQ004 1:5 <\\xz> YAML does not know this escape"),
                arguments("x: \"\\UF9999999\"\n", "AQ004 1:5 <\\UF9999999> the escape names no character"),
                arguments("x: \"\\x", "AQ004 1:5 <\\x> the escape names no character"),
                arguments("a: b\n...\nc: d\n", "AQ004 3:1 <c: d> this stands behind the end of the manifest"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void explains_aMistakeInJson(String text, String expected) {
        assertThat(told("a.json", text)).isEqualTo(expected);
    }

    static Stream<Arguments> explains_aMistakeInJson() {
        String word = "expected a value: text in double quotes, a number, true, false or null";
        return Stream.of(
                arguments("{\"a\": 1 \"b\": 2}", "AQ004 1:9 <\"b\"> a comma is missing in front of this"),
                arguments("{\"a\": \"x\" y}", "AQ004 1:11 <y> a comma is missing in front of this"),
                arguments("{\"a\" 1}", "AQ004 1:2 <\"a\"> a `:` is missing behind this key"),
                arguments("{\"a\": 1,}", "AQ004 1:8 <,> a comma stands behind the last value"),
                arguments("{\"a\": [1, ]}", "AQ004 1:9 <,> a comma stands behind the last value"),
                arguments("{\"a\": [1,2}", "AQ004 1:11 <}> `}` does not close `[` | 1:7 <[>"),
                arguments("{\"a\": 1]", "AQ004 1:8 <]> `]` does not close `{` | 1:1 <{>"),
                arguments("{\"a\": [1,,2]}", "AQ004 1:10 <,> a value is missing in front of this"),
                arguments("{\"a\": }", "AQ004 1:7 <}> a value is missing in front of this"),
                arguments("{a: 1}", "AQ004 1:2 <a> expected a key in double quotes"),
                arguments("{\"a\": 1, 'b': 2}", "AQ004 1:10 <'b'> expected a key in double quotes"),
                arguments("{\"a\": 'x'}", "AQ004 1:7 <'x'> JSON puts text in double quotes"),
                arguments("{\"a\": \"x\n\"}", "AQ004 1:7 <\"> the quote that starts here is not closed on its line"),
                arguments("{\"a\": \"x}", "AQ004 1:7 <\"> the quote that starts here is not closed on its line"),
                arguments("{\"a\": 1, \"b", "AQ004 1:10 <\"> the quote that starts here is not closed on its line"),
                arguments("{\"a\": \"\\d\"}", "AQ004 1:8 <\\d> JSON does not know this escape"),
                arguments("{\"\\u12\": 1}", "AQ004 1:3 <\\u> JSON does not know this escape"),
                arguments(
                        "{\"a\": \"x\ty\"}",
                        "AQ004 1:9 <\t> JSON text cannot hold a control character, such as a tab, as it is"),
                arguments("{\"a\": 01}", "AQ004 1:7 <01> this is not how JSON writes a number"),
                arguments("{\"a\": .5}", "AQ004 1:7 <.5> this is not how JSON writes a number"),
                arguments("{\"a\": 1e}", "AQ004 1:7 <1e> this is not how JSON writes a number"),
                arguments("{\"a\": True}", "AQ004 1:7 <True> " + word),
                arguments("{\"a\": [NaN]}", "AQ004 1:8 <NaN> " + word),
                arguments("{\"a\": 1 // why\n}", "AQ004 1:9 <//> JSON has no comments"),
                arguments("{ /* why */ }", "AQ004 1:3 </*> JSON has no comments"),
                arguments("{\"a\": # why\n1}", "AQ004 1:7 <#> JSON has no comments"),
                arguments("{\"a\": 1} x", "AQ004 1:10 <x> this stands behind the closing `}` of the manifest"),
                arguments("{\"a\": 1}}", "AQ004 1:9 <}> this stands behind the closing `}` of the manifest"),
                arguments("{\"a\": 1} 2", "AQ004 1:10 <2> this stands behind the closing `}` of the manifest"),
                arguments("{\"a\": 1", "AQ004 1:1 <{> the `{` that starts here is never closed"),
                arguments("{\"a\": [1,", "AQ004 1:7 <[> the `[` that starts here is never closed"),
                arguments("{\"a\":", "AQ004 1:1 <{> the `{` that starts here is never closed"),
                arguments("{", "AQ004 1:1 <{> the `{` that starts here is never closed"));
    }

    /** Code, place, underlined text, message, and the related places. */
    private static String told(String name, String text) {
        List<Diagnostic> found = new ArrayList<>();
        assertThat(ManifestReader.read(new SourceText(name, text), found::add)).isEmpty();
        assertThat(found).singleElement().satisfies(d -> assertThat(d.fix()).isPresent());
        Diagnostic only = found.get(0);
        StringBuilder told = new StringBuilder(
                only.code().id() + " " + place(only.where().orElseThrow().span()) + " " + only.message());
        only.related().forEach(label -> told.append(" | ").append(place(label.span())));
        return told.toString();
    }

    private static String place(Span span) {
        return span.from() + " <" + span.text() + ">";
    }
}
