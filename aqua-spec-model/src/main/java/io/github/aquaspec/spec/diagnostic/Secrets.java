package io.github.aquaspec.spec.diagnostic;

import io.github.aquaspec.spec.source.SourceText;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the values in a line of source that must not be shown: what stands under a name such as secret, password, token
 * or key, and the user part of a URL. It looks at the text alone, for it has to work on files that nobody can parse, and
 * rather hides too much. The quantifiers are possessive: a line may be as long as a file.
 */
final class Secrets {

    private static final Pattern SECRET_NAME =
            Pattern.compile("secret|passw|passphrase|pwd|token|credential|authorization|keys?$");
    /** A name, perhaps in quotes, and the colon and blanks in front of its value. */
    private static final Pattern MEMBER = Pattern.compile(
            "(?:([\"'])(?<quoted>[\\w.$ -]++)\\1[ \\t]*+:|(?<![\\w.$-])(?<plain>[\\w.$-]++)[ \\t]*+:(?=[ \\t\"']|$))[ \\t]*+");
    /** A parameter of a URL or a form. */
    private static final Pattern PARAMETER = Pattern.compile("(?<![\\w.-])([\\w.-]++)=([^&\\s\"',;=]++)");

    private static final Pattern USER_OF_URL = Pattern.compile("://([^/\\s@\"']++)@");

    private Secrets() {}

    static boolean isSecretName(String name) {
        return SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /** The chars of a line, from 0, that must not be shown. */
    static BitSet in(SourceText source, int number) {
        String line = source.line(number);
        BitSet hidden = new BitSet(line.length());
        if (!line.isBlank() && (isUnderSecret(source, number) || isInQuotedSecret(source, number))) {
            hidden.set(indent(line), line.length());
            return hidden;
        }
        Matcher member = MEMBER.matcher(line);
        for (int from = 0; member.find(from); ) {
            int value = member.end();
            from = isSecretName(name(member)) ? behindValue(line, member.start(), value) : value;
            boolean quoted = from > value && isQuote(line.charAt(value));
            boolean closed = quoted && from > value + 1 && line.charAt(from - 1) == line.charAt(value);
            hidden.set(quoted ? value + 1 : value, closed ? from - 1 : from);
        }
        for (Matcher m = PARAMETER.matcher(line); m.find(); ) {
            if (isSecretName(m.group(1))) {
                hidden.set(m.start(2), m.end(2));
            }
        }
        for (Matcher m = USER_OF_URL.matcher(line); m.find(); ) {
            hidden.set(m.start(1), m.end(1));
        }
        return hidden;
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

    /** Whether a name above, indented less, is secret and its value goes on here. */
    private static boolean isUnderSecret(SourceText source, int number) {
        String line = source.line(number);
        // An item of a list may stand as far left as the key that holds the list.
        int depth = indent(line) + (line.startsWith("- ", indent(line)) ? 1 : 0);
        for (int above = number - 1; above > 0 && depth > 0; above--) {
            String candidate = source.line(above);
            if (!candidate.isBlank() && indent(candidate) < depth) {
                if (endsInSecret(candidate, false)) {
                    return true;
                }
                depth = indent(candidate);
            }
        }
        return false;
    }

    /** Whether the nearest name above is secret and its quoted value is still open here. */
    private static boolean isInQuotedSecret(SourceText source, int number) {
        for (int above = number - 1; above > 0; above--) {
            String candidate = source.line(above);
            if (MEMBER.matcher(candidate).find()) {
                return endsInSecret(candidate, true);
            }
        }
        return false;
    }

    /** Whether the value of a secret name on a line may go on below it: in quotes, or in any way. */
    private static boolean endsInSecret(String line, boolean inQuotes) {
        Matcher member = MEMBER.matcher(line);
        for (int from = 0; member.find(from); from = member.end()) {
            int value = member.end();
            if (isSecretName(name(member))) {
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

    private static int indent(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
