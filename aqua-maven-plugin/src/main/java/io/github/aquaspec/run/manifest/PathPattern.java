package io.github.aquaspec.run.manifest;

import java.util.regex.Pattern;

/**
 * A pattern over paths and ids: a question mark and one star stay within a segment, two stars cross segments and also match
 * no segment at all.
 */
public final class PathPattern {

    private final Pattern regex;

    public PathPattern(String pattern) {
        StringBuilder built = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.startsWith("**/", i)) {
                built.append("(?:[^/]+/)*");
                i += 2;
            } else if (pattern.startsWith("**", i)) {
                built.append(".*");
                i += 1;
            } else if (pattern.charAt(i) == '*') {
                built.append("[^/]*");
            } else if (pattern.charAt(i) == '?') {
                built.append("[^/]");
            } else {
                built.append(Pattern.quote(pattern.substring(i, i + 1)));
            }
        }
        this.regex = Pattern.compile(built.toString());
    }

    /** Whether the whole of a path, with {@code /} between its segments, fits. */
    public boolean matches(String path) {
        return regex.matcher(path).matches();
    }
}
