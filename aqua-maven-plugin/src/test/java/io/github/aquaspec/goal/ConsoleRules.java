package io.github.aquaspec.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a log must be so that it can be looked at: every line is ours, and nothing in it is obeyed. */
final class ConsoleRules {

    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\u00AD\\u061C\\u200B\\u200E\\u200F\\u2028\\u2029"
            + "\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\x{E0000}-\\x{E007F}]");
    private static final Pattern COMMAND =
            Pattern.compile("##[A-Za-z0-9]*\\[|^\\s*::|section_(start|end):\\d+:\\w+\\r");
    /** How our lines begin: Maven's level, or what a drawn finding is made of. */
    private static final Pattern OURS = Pattern.compile(
            "\\[(DEBUG|INFO|WARNING|ERROR)] .*| *(-->|:::) .*| *\\d* \\|.*|\\.\\.\\.| * = (why|fix):.*|");

    private ConsoleRules() {}

    /** The lines that break a rule. */
    static List<String> broken(String log) {
        List<String> broken = new ArrayList<>();
        for (String line : log.split("\n", -1)) {
            if (OBEYED.matcher(line).find()
                    || COMMAND.matcher(line).find()
                    || !OURS.matcher(line).matches()) {
                broken.add(line);
            }
        }
        return broken;
    }
}
