package io.github.aquaspec.spec.diagnostic;

/**
 * Makes text harmless to look at, for people and for machines that read a log: a control character, a terminal escape or
 * a mark that turns the direction of writing shows as a sign and does nothing, and so does what a CI server would take
 * for a command. The one filter for every text that is shown. Filtered twice, a text is as it was filtered once.
 */
public final class Printable {

    /** What a finding has before a second place; no command has a name that begins so. */
    private static final String OURS = "::: ";

    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int DELETE_PICTURE = 0x2421;

    /** Letters between {@code ##} and {@code [} in the longest command of a CI server that is looked for. */
    private static final int LONGEST_COMMAND = 40;

    private Printable() {}

    /** The text with a sign for each character that cannot be seen, line breaks included. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            out.append(isCommand(text, at) ? named(text.charAt(at)) : of(text.codePointAt(at)));
        }
        return out.toString();
    }

    /** Whether the character at a place of a longer text is harmless there. */
    public static boolean isShownAsItIs(String text, int at) {
        return !isCommandInLine(text, at) && isHarmless(text.codePointAt(at));
    }

    /** The character at a place of a longer text, as it is shown. */
    static String at(String text, int at) {
        return isCommandInLine(text, at) ? named('#') : of(text.codePointAt(at));
    }

    private static boolean isCommand(String text, int at) {
        return isCommandInLine(text, at)
                || (text.startsWith("::", at)
                        && !text.startsWith(OURS, at)
                        && text.substring(0, at).isBlank());
    }

    /**
     * Whether this is the second sign of {@code ##vso[}, {@code ##teamcity[} or {@code ##[}: Azure Pipelines, TeamCity and
     * the older form of GitHub Actions obey them wherever in a line they stand. GitHub's {@code ::} counts at the
     * beginning alone, the folds of GitLab and Travis need control characters.
     */
    private static boolean isCommandInLine(String text, int at) {
        if (at == 0 || text.charAt(at) != '#' || text.charAt(at - 1) != '#') {
            return false;
        }
        int end = at + 1;
        while (end < text.length() && end <= at + LONGEST_COMMAND && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '[';
    }

    private static String named(int c) {
        return "<U+%04X>".formatted(c);
    }

    private static String of(int c) {
        if (c < ' ') {
            return Character.toString(CONTROL_PICTURES + c);
        }
        if (c == DELETE) {
            return Character.toString(DELETE_PICTURE);
        }
        return isHarmless(c) ? Character.toString(c) : named(c);
    }

    private static boolean isHarmless(int c) {
        if (c >= ' ' && c < DELETE) {
            return true; // nearly every character, and no need to ask what kind it is
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            // The joiners inside emoji and Indic words; all other format characters hide or reorder text.
            case Character.FORMAT -> c == 0x200C || c == 0x200D;
            default -> true;
        };
    }
}
