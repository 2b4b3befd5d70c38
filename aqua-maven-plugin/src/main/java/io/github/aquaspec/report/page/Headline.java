package io.github.aquaspec.report.page;

import io.github.aquaspec.report.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What happened, when and where, at the top of the page. */
final class Headline {

    private Headline() {}

    static Element of(Optional<ReportedSet> last) {
        Element header = Element.of("header").add(Element.of("p", "kicker").text("AQuA report"));
        if (last.isEmpty()) {
            return header.add(Element.of("h1").add(Mark.WARNED.shown("No receipt can be read")));
        }
        ReportedSet set = last.get();
        return header.add(Element.of("h1").add(standing(set).shown(sentence(set))))
                .add(Element.of("p", "lede").text(counts(set) + when(set)))
                .add(facts(set));
    }

    /** The outcome in a few words. */
    static String sentence(ReportedSet set) {
        Mark standing = standing(set);
        String one = set.runs().size() == 1 && set.named().isEmpty()
                ? Clip.of(set.runs().get(0).id(), Clip.NAME)
                : "";
        if (set.size() == 0) {
            return standing == Mark.FAILED ? "Nothing ran: the build was refused" : "Nothing ran";
        }
        if (!one.isEmpty()) {
            return one + ": " + standing.word();
        }
        return switch (standing) {
            case SUCCEEDED -> "All " + Quantity.of(set.size(), "manifest") + " published";
            case RUNNING -> "Unfinished: still under way, or its build was killed";
            case SKIPPED -> "Skipped";
            case FAILED ->
                set.count(Mark.FAILED) == 0
                        ? "The build failed"
                        : set.count(Mark.FAILED) + " of " + Quantity.of(set.size(), "manifest") + " failed";
            default -> Quantity.of(set.size(), "manifest") + ": how they ended is not told";
        };
    }

    /** That of the set; of receipts without one, the worst. */
    static Mark standing(ReportedSet set) {
        return set.standing()
                .or(() -> Stream.of(Mark.FAILED, Mark.RUNNING, Mark.UNKNOWN, Mark.ABSENT, Mark.SUCCEEDED)
                        .filter(one -> set.count(one) > 0)
                        .findFirst())
                .orElse(Mark.SKIPPED);
    }

    private static String counts(ReportedSet set) {
        List<String> parts = new ArrayList<>();
        Stream.of(Mark.SUCCEEDED, Mark.FAILED, Mark.SKIPPED, Mark.RUNNING, Mark.UNKNOWN, Mark.ABSENT)
                .filter(one -> set.count(one) > 0)
                .forEach(one -> parts.add(Quantity.grouped(set.count(one)) + " " + one.word()));
        Total.of(set.runs().stream().map(ReportedRun::records)).ifPresent(n -> parts.add(Quantity.of(n, "record")));
        return parts.isEmpty() ? "" : String.join(", ", parts) + ". ";
    }

    private static String when(ReportedSet set) {
        Head head = set.head();
        return head.started()
                .map(start -> head.ended()
                        .map(end -> Utc.range(start, end) + lasted(Duration.between(start, end)) + ".")
                        .orElse("Started " + Utc.full(start) + "."))
                .orElse("When it ran is not told.");
    }

    private static String lasted(Duration time) {
        return time.isNegative() ? "" : ", " + Quantity.of(time);
    }

    private static Element facts(ReportedSet set) {
        Map<String, String> facts = new LinkedHashMap<>(set.head().facts());
        set.runs().forEach(run -> run.head().facts().forEach(facts::putIfAbsent));
        List<String> keys = set.runs().stream()
                .flatMap(run -> run.runKey().stream())
                .distinct()
                .toList();
        if (keys.size() == 1) {
            facts.put("Run key", keys.get(0));
        }
        Element list = Element.of("dl", "facts");
        facts.forEach((name, value) -> list.add(Element.of("div")
                .add(Element.of("dt").text(name))
                .add(Element.of("dd").add(Clip.shown(value, Clip.NAME)))));
        return list;
    }
}
