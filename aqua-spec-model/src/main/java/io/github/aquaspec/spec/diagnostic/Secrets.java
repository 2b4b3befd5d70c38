package io.github.aquaspec.spec.diagnostic;

import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.Span;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the values in a text that must not be shown: what stands under a name such as secret, password, token or key, and
 * the user part of a URL. It looks at the text alone, for it has to work on files that nobody can parse, and rather hides
 * too much. One pass over a text serves all findings about it; the quantifiers are possessive, for a line may be as long
 * as a file.
 */
public final class Secrets {

    private static final Pattern SECRET_NAME =
            Pattern.compile("secret|passw|passphrase|pwd|token|credential|authorization|keys?$");
    /** A name, perhaps in quotes, and the colon and blanks in front of its value. */
    private static final Pattern MEMBER = Pattern.compile(
            "(?:([\"'])(?<quoted>[\\w.$ -]++)\\1[ \\t]*+:|(?<![\\w.$-])(?<plain>[\\w.$-]++)[ \\t]*+:(?=[ \\t\"']|$))[ \\t]*+");
    /** A parameter of a URL or a form. */
    private static final Pattern PARAMETER = Pattern.compile("(?<![\\w.-])([\\w.-]++)=([^&\\s\"']++)");

    private static final Pattern USER_OF_URL = Pattern.compile(":(?://|\\\\/\\\\/)([^/\\s@\"]++)@");

    /** Longer lines are taken as open below a secret name, rather than looked at from each of their names. */
    private static final int LONG_LINE = 10_000;

    private static final Map<SourceText, BitSet> FOUND = Collections.synchronizedMap(new WeakHashMap<>());

    private final BitSet hidden = new BitSet();
    /** The lines around the current one, by the columns of their keys and dashes; the innermost on top. */
    private final Deque<Outer> around = new ArrayDeque<>();

    private boolean inQuotedSecret;

    /** A column above, and whether what is indented deeper than it is secret. */
    private record Outer(int column, boolean secret) {}

    private Secrets() {}

    /** Whether what stands under a name must not be shown. */
    public static boolean isSecretName(String name) {
        return SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /** Hides a place from now on, in all that is drawn of its text: it was found to hold a secret by what it means. */
    public static void hide(Span place) {
        synchronized (FOUND) {
            in(place.source()).set(place.start(), place.end());
        }
    }

    /** The chars of a text, from 0, that must not be shown. */
    static BitSet in(SourceText source) {
        return FOUND.computeIfAbsent(source, text -> {
            Secrets secrets = new Secrets();
            for (int number = 1; number <= text.lineCount(); number++) {
                String line = text.line(number);
                if (!line.isBlank()) {
                    secrets.line(line, text.lineStart(number));
                }
            }
            return secrets.hidden;
        });
    }

    private void line(String line, int start) {
        int column = indent(line);
        boolean secret = isUnderSecret(line, column);
        if (secret || inQuotedSecret) {
            hidden.set(start + column, start + line.length());
        } else {
            hideValues(line, start);
        }
        int key = column;
        for (; isItem(line, key); key = indent(line, key + 1)) {
            push(key, secret);
        }
        push(key, secret || endsInSecret(line, false));
        if (MEMBER.matcher(line).find()) {
            inQuotedSecret = endsInSecret(line, true);
        }
    }

    /** Whether a name above, indented less, is secret and its value goes on here. */
    private boolean isUnderSecret(String line, int column) {
        // An item of a list may stand as far left as the key that holds the list.
        int least = isItem(line, column) ? column + 1 : column;
        while (!around.isEmpty() && around.peek().column() >= least) {
            around.pop();
        }
        return !around.isEmpty() && around.peek().secret();
    }

    private void push(int column, boolean secret) {
        if (around.isEmpty() || around.peek().column() < column) {
            around.push(new Outer(column, secret));
        }
    }

    private void hideValues(String line, int start) {
        Matcher member = MEMBER.matcher(line);
        for (int from = 0; member.find(from); ) {
            int value = member.end();
            from = isSecretName(name(member)) ? behindValue(line, member.start(), value) : value;
            boolean quoted = from > value && isQuote(line.charAt(value));
            boolean closed = quoted && from > value + 1 && line.charAt(from - 1) == line.charAt(value);
            hidden.set(start + (quoted ? value + 1 : value), start + (closed ? from - 1 : from));
        }
        for (Matcher m = PARAMETER.matcher(line); m.find(); ) {
            if (isSecretName(m.group(1))) {
                hidden.set(start + m.start(2), start + m.end(2));
            }
        }
        for (Matcher m = USER_OF_URL.matcher(line); m.find(); ) {
            hidden.set(start + m.start(1), start + m.end(1));
        }
    }

    private static String name(Matcher member) {
        return member.group("plain") == null ? member.group("quoted") : member.group("plain");
    }

    /** The offset behind a value: its closing quote, the end of the line, or between braces the next separator. */
    private static int behindValue(String line, int name, int at) {
        if (at < line.length() && isQuote(line.charAt(at))) {
            int close = closingQuote(line, at);
            return close < 0 ? line.length() : close + 1;
        }
        boolean alone = !isInBraces(line, name) || line.startsWith("{", at) || line.startsWith("[", at);
        int end = at;
        while (end < line.length() && (alone || ",}]".indexOf(line.charAt(end)) < 0)) {
            end++;
        }
        return end;
    }

    /** Whether the value of a secret name on a line may go on below it: in quotes, or in any way. */
    private static boolean endsInSecret(String line, boolean inQuotes) {
        Matcher member = MEMBER.matcher(line);
        for (int from = 0; member.find(from); from = member.end()) {
            int value = member.end();
            if (isSecretName(name(member))) {
                if (line.length() > LONG_LINE) {
                    return true;
                }
                boolean quoted = value < line.length() && isQuote(line.charAt(value));
                if (quoted ? closingQuote(line, value) < 0 : !inQuotes && isOpen(line, member.start(), value)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a value without quotes may go on below its line: its brackets are open, or nothing has ended it. */
    private static boolean isOpen(String line, int name, int value) {
        boolean inBraces = isInBraces(line, name);
        int open = 0;
        for (int at = value; at < line.length(); at++) {
            char c = line.charAt(at);
            open += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (open < 0 || (open == 0 && c == ',' && inBraces)) {
                return false;
            }
        }
        return open > 0 || !line.endsWith(",");
    }

    private static boolean isInBraces(String line, int at) {
        int brace = line.indexOf('{');
        return brace >= 0 && brace < at;
    }

    private static int closingQuote(String line, int start) {
        char quote = line.charAt(start);
        for (int at = start + 1; at < line.length(); at++) {
            if (line.charAt(at) == '\\' && quote == '"') {
                at++;
            } else if (line.charAt(at) == quote) {
                if (quote == '"' || !line.startsWith("''", at)) {
                    return at;
                }
                at++;
            }
        }
        return -1;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean isItem(String line, int at) {
        return line.startsWith("- ", at);
    }

    private static int indent(String line) {
        return indent(line, 0);
    }

    /** The offset of the first char from an offset on that is no blank. */
    private static int indent(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
