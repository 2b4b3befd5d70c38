package io.github.aquaspec.spec.diagnostic;

/**
 * Makes text harmless to look at: a control character, a terminal escape or a mark that turns the direction of writing
 * shows as a sign and does nothing.
 */
public final class Printable {

    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int DELETE_PICTURE = 0x2421;

    private Printable() {}

    /** The text with a sign for each character that cannot be seen, line breaks included. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.append(of(c)));
        return out.toString();
    }

    static String of(int c) {
        if (c < ' ') {
            return Character.toString(CONTROL_PICTURES + c);
        }
        if (c == DELETE) {
            return Character.toString(DELETE_PICTURE);
        }
        return isHarmless(c) ? Character.toString(c) : "<U+%04X>".formatted(c);
    }

    private static boolean isHarmless(int c) {
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
