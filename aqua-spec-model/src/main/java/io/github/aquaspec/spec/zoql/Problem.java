package io.github.aquaspec.spec.zoql;

import java.util.Optional;

/**
 * Something in a query that Zuora does not take, or does not document.
 *
 * @param construct what it is
 * @param range where it stands
 * @param found what is there, in words
 * @param wanted what should be there instead, in words
 * @param rewriting what says the same, where that is plain
 */
public record Problem(Construct construct, Range range, String found, String wanted, Optional<Rewriting> rewriting) {

    private static final int LONGEST_EXCERPT = 30;

    /** A problem with what its construct says should be there instead. */
    static Problem of(Construct construct, Range range, String query) {
        return of(construct, range, query, construct.instead());
    }

    static Problem of(Construct construct, Range range, String query, String wanted) {
        return new Problem(construct, range, describe(range.in(query)), wanted, Optional.empty());
    }

    Problem with(Optional<Rewriting> other) {
        return new Problem(construct, range, found, wanted, other);
    }

    /** One sentence, lower case, no full stop. */
    public String message() {
        return "found " + found + ", wanted " + wanted;
    }

    private static String describe(String text) {
        if (text.isEmpty()) {
            return "the end of the query";
        }
        if (text.equals("`")) {
            return "a backtick";
        }
        int first = text.codePointAt(0);
        if (Character.isISOControl(first)
                || Character.isSpaceChar(first)
                || Character.getType(first) == Character.FORMAT) {
            return "the character U+%04X".formatted(first);
        }
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_EXCERPT) {
            return "`" + line + "`";
        }
        int end = line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_EXCERPT));
        return "`" + line.substring(0, end).stripTrailing() + "…`";
    }
}
