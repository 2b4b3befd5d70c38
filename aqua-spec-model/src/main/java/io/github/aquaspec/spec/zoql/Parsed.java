package io.github.aquaspec.spec.zoql;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What came of parsing a query text: a tree, or the reasons why there is none.
 *
 * @param query present if and only if there is no problem
 * @param problems what the dialect does not have, by place; the first is the one to fix first
 * @param doubts what was accepted though Zuora does not document it, by place
 * @param keywords where the keywords stand, by place
 */
public record Parsed(Optional<Query> query, List<Problem> problems, List<Problem> doubts, List<Range> keywords) {

    private static final Comparator<Range> BY_PLACE =
            Comparator.comparingInt(Range::from).thenComparingInt(Range::to);

    public Parsed {
        problems = sorted(problems);
        doubts = sorted(doubts);
        keywords = keywords.stream().sorted(BY_PLACE).toList();
        if (query.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException("a tree if and only if there is no problem");
        }
    }

    private static List<Problem> sorted(List<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparing(Problem::range, BY_PLACE))
                .toList();
    }
}
