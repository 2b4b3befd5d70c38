package io.github.aquaspec.readers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table whose cells are known before anybody has read them.
 *
 * @param text the file
 */
record HandMade(String name, List<String> columns, List<List<String>> records, String text) {

    /** What has gone wrong with somebody, somewhere. */
    private static final List<String> NASTY = List.of(
            "1.10",
            "012",
            "NO",
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:00:00+0900",
            "a\nb",
            "a\r\nb",
            "a\rb",
            "\n",
            "\"",
            "\"\"quoted\"\"",
            "say \"hi\", then\ngo",
            ",",
            "",
            "NULL",
            "null",
            " padded ",
            "\ttab",
            "\\",
            "a\\\"b",
            "\\N",
            "# no comment",
            "äöüß ÄÖÜ",
            "😀👩‍👩‍👧",
            "\u2028\u0085\u00a0",
            "=1+1",
            "-0",
            "1e5",
            "9007199254740993",
            "true",
            "x".repeat(40_000));

    /** In the order of the queries in {@code specs/hand-made.yaml}. */
    static List<HandMade> all() {
        return List.of(nasty("\n", true), nasty("\r\n", true), nasty("\r\n", false), wide(), narrow(), empty());
    }

    /** Each nasty text once at the front of a record, once within it and once at its end. */
    private static HandMade nasty(String lineEnd, boolean endsLastLine) {
        List<List<String>> records = new ArrayList<>();
        for (int i = 0; i < NASTY.size(); i++) {
            List<String> cells = new ArrayList<>(NASTY);
            Collections.rotate(cells, i);
            records.add(List.of("id-" + i, cells.get(0), cells.get(7), cells.get(19)));
        }
        List<String> columns = List.of("Account.Id", "Account.Name", "Größe, \"netto\"", "Account.Note__c");
        String name = "nasty-" + (lineEnd.equals("\n") ? "lf" : "crlf") + (endsLastLine ? "" : "-open");
        return of(name, columns, records, lineEnd, endsLastLine);
    }

    /** More columns than anybody has looked at by hand. */
    private static HandMade wide() {
        List<String> columns =
                IntStream.range(0, 300).mapToObj(i -> "Column" + i + "__c").toList();
        List<List<String>> records = IntStream.range(0, 50)
                .mapToObj(row -> IntStream.range(0, 300)
                        .mapToObj(i -> i % 7 == row % 7 ? "" : NASTY.get((i + row) % (NASTY.size() - 1)))
                        .toList())
                .toList();
        return of("wide", columns, records, "\n", true);
    }

    /** A column alone: where it is null, the record is an empty line. */
    private static HandMade narrow() {
        return of("narrow", List.of("Account.Name"), List.of(List.of("a"), List.of(""), List.of("b")), "\n", true);
    }

    /** Nothing but a header. */
    private static HandMade empty() {
        return of("empty", List.of("Account.Id", "Account.Name"), List.of(), "\n", true);
    }

    /** What a reader must find. */
    Found expected(String nullText) {
        Found.Looking looking = Found.at(columns, nullText);
        records.forEach(looking::record);
        return looking.found();
    }

    private static HandMade of(
            String name, List<String> columns, List<List<String>> records, String lineEnd, boolean endsLastLine) {
        List<String> lines = new ArrayList<>();
        lines.add(line(columns));
        records.forEach(record -> lines.add(line(record)));
        return new HandMade(name, columns, records, String.join(lineEnd, lines) + (endsLastLine ? lineEnd : ""));
    }

    /** Quotes only where it must, so that both forms occur. */
    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell)
                .collect(Collectors.joining(","));
    }
}
