package io.github.aquaspec.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the manifests of a build stand, at one moment.
 *
 * @param counts how many are in each state; those of which nothing was heard are in none
 * @param toCome of which nothing was heard
 * @param bytes of files that have come
 * @param perSecond how many of them in a second, just now
 * @param elapsed since the run began
 * @param nextLook until the next of the jobs is asked for
 * @param underWay manifests that were begun and have not ended, by id
 */
record Standing(
        Map<State, Integer> counts,
        int toCome,
        long bytes,
        long perSecond,
        Duration elapsed,
        Optional<Duration> nextLook,
        List<UnderWay> underWay) {

    /** States of a manifest in order of time. */
    enum State {
        BEGUN,
        SUBMITTED,
        EXECUTING,
        DOWNLOADING,
        VERIFIED,
        PUBLISHED,
        SKIPPED,
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isEnd() {
            return compareTo(PUBLISHED) >= 0;
        }
    }

    /**
     * A manifest under way.
     *
     * @param since how long it has been in this state
     * @param bytes of its files that have come
     * @param files how many it asks for
     * @param verified how many of them are verified
     */
    record UnderWay(String id, State state, Duration since, long bytes, int files, int verified) {

        private String line() {
            String what = state == State.DOWNLOADING
                    ? Quantity.size(bytes) + ", " + verified + " of " + Quantity.of(files, "file")
                    : Quantity.seconds(since);
            return String.format(Locale.ROOT, "  %-11s  %s  %s", state.word(), what, id);
        }
    }

    private static final int MOST_LINES = 4;
    /** What is still to come is rounded up: nothing is due in 0 s. */
    private static final Duration JUST_UNDER = Duration.ofMillis(999);

    /** In one line: {@code 3 jobs: 2 executing, 1 downloading; 412 MB, 88 MB/s; 2 min 10 s; next look in 12 s}. */
    String line() {
        return jobs() + "; " + numbers();
    }

    /** In a few lines; what is last in a line is what a narrow terminal does without. */
    List<String> block() {
        List<String> lines = new ArrayList<>(List.of(jobs(), numbers()));
        underWay.stream().limit(MOST_LINES).map(UnderWay::line).forEach(lines::add);
        if (underWay.size() > MOST_LINES) {
            lines.add("  and " + (underWay.size() - MOST_LINES) + " more");
        }
        return lines;
    }

    private String jobs() {
        List<String> parts = new ArrayList<>();
        counts.forEach((state, count) -> parts.add(count + " " + state.word()));
        if (toCome > 0) {
            parts.add(toCome + " to come");
        }
        return Quantity.of(underWay.size(), "job") + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    }

    private String numbers() {
        String traffic = bytes == 0 ? "" : Quantity.size(bytes) + ", " + Quantity.size(perSecond) + "/s; ";
        return traffic
                + Quantity.seconds(elapsed)
                + nextLook.map(wait -> "; next look in " + Quantity.seconds(wait.plus(JUST_UNDER)))
                        .orElse("");
    }
}
