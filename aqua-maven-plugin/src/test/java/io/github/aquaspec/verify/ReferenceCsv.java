package io.github.aquaspec.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A slow and obvious reader of the same dialect: whole text in memory, one character at a time, cells kept. Written
 * against the rules, not against the machine.
 */
final class ReferenceCsv {

    private ReferenceCsv() {}

    /** The records with their cells, header first; empty when the text is faulty. */
    static Optional<List<List<String>>> read(String text) {
        List<List<String>> records = new ArrayList<>();
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        while (at < text.length()) {
            List<String> record = new ArrayList<>();
            while (true) {
                int[] next = new int[1];
                Optional<String> cell = at < text.length() && text.charAt(at) == '"'
                        ? quotedCell(text, at, next)
                        : Optional.of(plainCell(text, at, next));
                if (cell.isEmpty()) {
                    return Optional.empty();
                }
                record.add(cell.get());
                at = next[0];
                if (at >= text.length() || text.charAt(at) != ',') {
                    break;
                }
                at++;
            }
            at += lineEnd(text, at);
            records.add(record);
        }
        return isTable(records) ? Optional.of(records) : Optional.empty();
    }

    private static boolean isTable(List<List<String>> records) {
        if (records.isEmpty() || records.get(0).stream().allMatch(String::isBlank)) {
            return false;
        }
        int width = records.get(0).size();
        return records.stream().allMatch(record -> record.size() == width);
    }

    private static Optional<String> quotedCell(String text, int from, int[] next) {
        StringBuilder cell = new StringBuilder();
        int at = from + 1;
        while (at < text.length()) {
            if (text.charAt(at) != '"') {
                cell.append(text.charAt(at++));
            } else if (text.startsWith("\"\"", at)) {
                cell.append('"');
                at += 2;
            } else {
                next[0] = at + 1;
                boolean ended = at + 1 == text.length() || text.charAt(at + 1) == ',' || lineEnd(text, at + 1) > 0;
                return ended ? Optional.of(cell.toString()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String plainCell(String text, int from, int[] next) {
        int at = from;
        while (at < text.length() && text.charAt(at) != ',' && lineEnd(text, at) == 0) {
            at++;
        }
        next[0] = at;
        return text.substring(from, at);
    }

    /** How long the line end at this place is; 0 when there is none. A carriage return ends a line at the text's end. */
    private static int lineEnd(String text, int at) {
        if (text.startsWith("\r\n", at)) {
            return 2;
        }
        if (text.startsWith("\n", at) || (text.startsWith("\r", at) && at + 1 == text.length())) {
            return 1;
        }
        return 0;
    }
}
