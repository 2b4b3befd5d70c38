package io.github.aquaspec.report.page;

import java.util.Optional;

/**
 * A check that was made.
 *
 * @param query whose result was checked
 * @param name such as {@code recordCount}
 * @param result passed, warned, failed or accepted
 */
record Check(
        String query,
        String name,
        String result,
        Optional<String> expected,
        Optional<String> found,
        Optional<String> code) {

    static Check of(Member json) {
        String number = json.number("query").map(n -> "query " + (n + 1)).orElse("the whole job");
        return new Check(
                json.text("name").orElse(number),
                json.text("check").orElse("a check without a name"),
                json.text("result").orElse("told without a result"),
                json.text("expected"),
                json.text("found").map(found -> Finding.withoutCells(json.text("code"), found)),
                json.text("code"));
    }

    boolean isPassed() {
        return result.equals("passed");
    }

    Mark standing() {
        return isPassed() ? Mark.SUCCEEDED : Mark.of(result).orElse(Mark.UNKNOWN);
    }
}
