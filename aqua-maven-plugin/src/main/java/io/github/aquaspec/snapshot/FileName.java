package io.github.aquaspec.snapshot;

import java.util.regex.Pattern;

/** The names a snapshot gives to its files: plain ones, good on every system and in every shell's quotes. */
final class FileName {

    private static final Pattern STEM_AND_ENDING = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,127}");

    private FileName() {}

    /** Returns the name, which holds no separator, no {@code ..}, no leading dot and no trailing dot or blank. */
    static String require(String name) {
        if (!isGood(name)) {
            throw new IllegalArgumentException("not a file name for a snapshot: " + name);
        }
        return name;
    }

    static boolean isGood(String name) {
        return STEM_AND_ENDING.matcher(name).matches()
                && !name.contains("..")
                && !name.endsWith(".")
                && !name.endsWith(" ");
    }
}
