package io.github.aquaspec.emulator;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV char by char, and is strict: a quote where none may stand is a failure. */
public final class Csv {

    private Csv() {}

    public static List<List<String>> parse(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            StringBuilder cell = new StringBuilder();
            if (text.charAt(at) == '"') {
                at++;
                while (text.charAt(at) != '"' || (at + 1 < text.length() && text.charAt(at + 1) == '"')) {
                    at += text.charAt(at) == '"' ? 1 : 0;
                    cell.append(text.charAt(at++));
                }
                at++;
            } else {
                while (text.charAt(at) != ',' && text.charAt(at) != '\n') {
                    if (text.charAt(at) == '"') {
                        throw new AssertionError("a quote inside a bare cell, at char " + at);
                    }
                    cell.append(text.charAt(at++));
                }
            }
            row.add(cell.toString());
            char end = text.charAt(at++);
            if (end == '\n') {
                rows.add(row);
                row = new ArrayList<>();
            } else if (end != ',') {
                throw new AssertionError("neither comma nor line end behind a cell, at char " + (at - 1));
            }
        }
        if (!row.isEmpty()) {
            throw new AssertionError("the last row does not end");
        }
        return rows;
    }
}
