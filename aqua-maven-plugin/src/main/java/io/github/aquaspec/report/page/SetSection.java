package io.github.aquaspec.report.page;

import java.util.List;
import java.util.Optional;

/** One build: its picture, its ledger, its manifests. */
final class SetSection {

    private SetSection() {}

    /**
     * Draws it.
     *
     * @param number 1 for the last build
     */
    static Element of(ReportedSet set, int number, NearFiles files) {
        String place = "run-" + number;
        Element section = Element.of("section")
                .with("aria-labelledby", place)
                .add(Element.of("h2").with("id", place).text(title(set, number)));
        if (number > 1) {
            section.add(Element.of("p", "lede").add(Headline.standing(set).shown(Headline.sentence(set))));
        }
        section.add(FindingSection.of("Findings about the whole run", set.findings()));
        Optional<Element> picture = TimelinePicture.of(set.runs());
        picture.ifPresent(
                figure -> section.add(Element.of("h3").text("Timeline")).add(figure));
        if (set.size() > 0) {
            section.add(LedgerSection.of(set, place));
        }
        List<ReportedRun> runs = set.runs();
        for (int i = 0; i < runs.size(); i++) {
            section.add(new RunArticle(runs.get(i), files).element(place + "-" + (i + 1)));
        }
        return section;
    }

    private static String title(ReportedSet set, int number) {
        if (number == 1) {
            return "The last run";
        }
        return "Before, " + set.head().started().map(Utc::full).orElse("at a time that is not told");
    }
}
