package io.github.aquaspec.report.page;

import io.github.aquaspec.report.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Findings: what, where, why, and what to type. */
final class FindingSection {

    private static final int MOST = 100;

    private FindingSection() {}

    /** Errors and warnings at once, notes and what is accepted to open. */
    static List<Element> of(String title, Collection<Finding> findings) {
        if (findings.isEmpty()) {
            return List.of();
        }
        List<Finding> loud = findings.stream().filter(FindingSection::isLoud).toList();
        List<Finding> quiet = findings.stream().filter(f -> !isLoud(f)).toList();
        List<Element> parts = new ArrayList<>();
        parts.add(Element.of("h4").text(title));
        if (!loud.isEmpty()) {
            parts.add(list(loud));
        }
        if (!quiet.isEmpty()) {
            parts.add(Element.of("details")
                    .add(Element.of("summary").text(Quantity.of(quiet.size(), "finding") + " noted or accepted"))
                    .add(list(quiet)));
        }
        explain(findings).ifPresent(parts::add);
        return parts;
    }

    private static boolean isLoud(Finding finding) {
        return finding.accepted().isEmpty() && !finding.severity().equals("note");
    }

    private static Element list(List<Finding> findings) {
        Element list = Element.of("ul", "findings");
        findings.stream().limit(MOST).forEach(finding -> list.add(item(finding)));
        if (findings.size() > MOST) {
            list.add(Element.of("li").text("and " + (findings.size() - MOST) + " more in the receipt"));
        }
        return list;
    }

    private static Element item(Finding finding) {
        String kind = finding.accepted().isPresent() ? "accepted" : finding.severity();
        Element item = Element.of("li", finding.standing().style())
                .add(Element.of("p", "found")
                        .add(finding.standing().shown(Clip.of(kind, Clip.NAME)))
                        .text(" ")
                        .add(finding.code().map(code -> Element.of("code").text(Clip.of(code, Clip.NAME)))))
                .add(Element.of("div", "message").add(Clip.shown(finding.message(), Clip.SENTENCE)));
        Element more = Element.of("dl", "reasons");
        reason(more, "where", finding.place());
        reason(more, "why", finding.why());
        reason(more, "fix", finding.fix());
        reason(more, "accepted", finding.accepted());
        return item.add(more);
    }

    private static void reason(Element list, String name, Optional<String> text) {
        text.ifPresent(words -> list.add(Element.of("div")
                .add(Element.of("dt").text(name))
                .add(Element.of("dd").add(Clip.shown(words, Clip.SENTENCE)))));
    }

    /** What to type to read the pages of the codes. */
    private static Optional<Element> explain(Collection<Finding> findings) {
        String codes = findings.stream()
                .flatMap(finding -> finding.code().stream())
                .filter(code -> code.matches("AQ\\d{3}"))
                .distinct()
                .sorted()
                .limit(20)
                .collect(Collectors.joining(","));
        return codes.isEmpty()
                ? Optional.empty()
                : Optional.of(Element.of("p", "explain")
                        .text("Explained by ")
                        .add(Element.of("code").text("mvn aqua:explain -Daqua.code=" + codes)));
    }
}
