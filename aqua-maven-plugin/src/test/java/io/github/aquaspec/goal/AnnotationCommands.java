package io.github.aquaspec.goal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what GitHub Actions would obey, the way its runner does: line by line, newer form and older form. */
final class AnnotationCommands {

    /** A command that was obeyed. */
    record Command(String name, Map<String, String> properties, String data) {}

    private AnnotationCommands() {}

    static List<Command> in(String output) {
        List<Command> commands = new ArrayList<>();
        for (String line : output.split("\r\n|\r|\n", -1)) {
            String text = line.stripLeading();
            int end = text.startsWith("::") ? text.indexOf("::", 2) : -1;
            if (end > 0) {
                commands.add(command(text.substring(2, end), text.substring(end + 2)));
            } else if (line.contains("##[")) {
                commands.add(new Command(line.substring(line.indexOf("##[")), Map.of(), ""));
            }
        }
        return commands;
    }

    private static Command command(String head, String data) {
        int blank = head.indexOf(' ');
        Map<String, String> properties = new LinkedHashMap<>();
        for (String pair : blank < 0 ? new String[0] : head.substring(blank + 1).split(",")) {
            int equals = pair.indexOf('=');
            properties.put(pair.substring(0, equals), unescaped(pair.substring(equals + 1)));
        }
        return new Command(blank < 0 ? head : head.substring(0, blank), properties, unescaped(data));
    }

    private static String unescaped(String text) {
        return text.replace("%0D", "\r")
                .replace("%0A", "\n")
                .replace("%3A", ":")
                .replace("%2C", ",")
                .replace("%25", "%");
    }
}
