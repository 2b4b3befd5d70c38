package io.github.aquaspec.report.page;

import java.util.Map;
import java.util.Optional;

/**
 * A finding as a receipt holds it. A few name cells of the data, so that somebody at the machine finds them; a page travels
 * further than its data may, so what it has of these is told without.
 *
 * @param severity error, warning or note
 * @param message what was found, without cells
 * @param place file, line and column
 * @param accepted why the manifest accepts it
 */
record Finding(
        Optional<String> code,
        String severity,
        String message,
        Optional<String> place,
        Optional<String> why,
        Optional<String> fix,
        Optional<String> accepted) {

    private static final String WITHOUT = " … (values of the data stand in the receipt)";

    /** Behind which words cells stand, by code. */
    private static final Map<String, String> CELLS_BEHIND = Map.of(
            "AQ703", " begins with: ",
            "AQ704", "the header of this segment is ",
            "AQ729", " holds ",
            "AQ734", ": ",
            "AQ735", ": ",
            "AQ736", ", the first is ");

    static Finding of(Member json) {
        Optional<String> code = json.text("code");
        return new Finding(
                code,
                json.text("severity").orElse("note"),
                withoutCells(code, json.text("message").orElse("nothing is told of it")),
                json.text("file").map(file -> file + position(json)),
                json.text("why").map(why -> withoutCells(code, why)),
                json.text("fix"),
                json.text("reason"));
    }

    /** What is said under a code, without the cells that it names. */
    static String withoutCells(Optional<String> code, String words) {
        String before = code.map(CELLS_BEHIND::get).orElse(null);
        int at = before == null ? -1 : words.indexOf(before);
        return at < 0 ? words : words.substring(0, at).stripTrailing() + WITHOUT;
    }

    private static String position(Member json) {
        String line = json.number("line").map(n -> ":" + n).orElse("");
        return line + json.number("column").map(n -> ":" + n).orElse("");
    }

    boolean isError() {
        return severity.equals("error");
    }

    Mark standing() {
        if (accepted.isPresent()) {
            return Mark.ACCEPTED;
        }
        return isError() ? Mark.FAILED : severity.equals("warning") ? Mark.WARNED : Mark.SKIPPED;
    }
}
