package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ReadingCode;
import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.AliasToken;
import org.yaml.snakeyaml.tokens.AnchorToken;
import org.yaml.snakeyaml.tokens.DirectiveToken;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.TagToken;
import org.yaml.snakeyaml.tokens.Token;

/**
 * SnakeYAML's scanner, watched for what a manifest does not have: anchors, aliases, tags and directives. Only tokens
 * know exactly where those stand.
 */
final class YamlTokens implements Scanner {

    /** Places shown at one finding: enough to understand it. */
    private static final int SHOWN_ALIASES = 5;

    private final Scanner scanner;
    private final SourceText source;
    private final Findings found;
    private final Map<String, Span> anchors = new LinkedHashMap<>();
    private final Map<String, List<Span>> aliases = new LinkedHashMap<>();
    private Optional<ScalarToken> lastScalar = Optional.empty();

    YamlTokens(SourceText source, YamlInput input, LoaderOptions options, Findings found) {
        this.scanner = new ScannerImpl(input, options);
        this.source = source;
        this.found = found;
    }

    @Override
    public boolean checkToken(Token.ID... choices) {
        return scanner.checkToken(choices);
    }

    @Override
    public Token peekToken() {
        return scanner.peekToken();
    }

    @Override
    public void resetDocumentIndex() {
        scanner.resetDocumentIndex();
    }

    @Override
    public Token getToken() {
        Token token = scanner.getToken();
        if (token instanceof AnchorToken anchor) {
            anchors.putIfAbsent(anchor.getValue(), span(token));
        } else if (token instanceof AliasToken alias) {
            aliases.computeIfAbsent(alias.getValue(), name -> new ArrayList<>()).add(span(token));
        } else if (token instanceof TagToken) {
            found.add(Diagnostic.of(
                            ReadingCode.TAG,
                            "a manifest has no tags such as " + span(token).text())
                    .at(span(token))
                    .fix("write the value alone; for a text that starts with !, put it in quotes"));
        } else if (token instanceof DirectiveToken) {
            throw found.stop(Diagnostic.of(ReadingCode.DIRECTIVE, "a manifest has no directives")
                    .at(span(token))
                    .fix("leave the line out"));
        } else if (token instanceof ScalarToken scalar) {
            lastScalar = Optional.of(scalar);
        }
        return token;
    }

    /** The last scalar that the parser took; behind an unclosed quote it is the one to blame. */
    Optional<ScalarToken> lastScalar() {
        return lastScalar;
    }

    /** Tells each anchor with its aliases, once all of them are known. */
    void reportAnchors() {
        anchors.forEach((name, anchor) -> {
            Diagnostic finding = Diagnostic.of(ReadingCode.ANCHOR, "a manifest has no anchors such as &" + name)
                    .at(anchor)
                    .fix("write the value out at each place; for a text that starts with &, put it in quotes");
            for (Span alias : aliases.getOrDefault(name, List.of()).stream()
                    .limit(SHOWN_ALIASES)
                    .toList()) {
                finding = finding.related(alias, "used here");
            }
            found.add(finding);
        });
        aliases.forEach((name, places) -> {
            if (!anchors.containsKey(name)) {
                found.add(Diagnostic.of(ReadingCode.ANCHOR, "a manifest has no aliases such as *" + name)
                        .at(places.get(0))
                        .fix("write the value out; for a text that starts with *, put it in quotes"));
            }
        });
    }

    private Span span(Token token) {
        return span(token.getStartMark(), token.getEndMark());
    }

    Span span(Mark from, Mark to) {
        return source.span(from.getIndex(), Math.max(from.getIndex(), to.getIndex()));
    }
}
