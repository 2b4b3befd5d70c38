package io.github.aquaspec.report.page;

import io.github.aquaspec.report.Receipts;
import java.util.Locale;
import java.util.Optional;

/** All that is told of one manifest. */
final class RunArticle {

    private final ReportedRun run;
    private final NearFiles files;

    RunArticle(ReportedRun run, NearFiles files) {
        this.run = run;
        this.files = files;
    }

    Element element(String place) {
        Element article = Element.of("article")
                .with("aria-labelledby", place)
                .add(Element.of("h3")
                        .with("id", place)
                        .add(Element.of("span", "name").text(Clip.of(run.id(), Clip.NAME)))
                        .text(" ")
                        .add(run.standing().shown()));
        article.add(outcome()).add(facts()).add(links());
        return article.add(FindingSection.of("Findings", run.findings()))
                .add(new QuerySection(run, files).elements())
                .add(CheckSection.of(run.checks()))
                .add(MomentSection.of(run));
    }

    private Optional<Element> outcome() {
        if (run.standing() == Mark.RUNNING) {
            return Optional.of(Element.of("p", "outcome")
                    .text(
                            "The receipt tells no end: the run is under way, or its build was killed. Run it again: it goes"
                                    + " on with the same job."));
        }
        String words = run.outcome()
                        .filter(outcome -> !outcome.equals("published"))
                        .map(outcome -> Clip.of(outcome, Clip.SENTENCE) + ". ")
                        .orElse("")
                + run.advice().orElse("");
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(Element.of("p", "outcome")
                        .text(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)));
    }

    private Optional<Element> facts() {
        Element list = Element.of("dl", "facts");
        run.jobId().ifPresent(job -> fact(list, "Job", Element.of("code").text(Clip.of(job, Clip.NAME))));
        run.window().ifPresent(window -> fact(list, "Window", LedgerSection.window(window)));
        run.snapshot().ifPresent(snapshot -> fact(list, "Snapshot", Clip.shown(snapshot, Clip.NAME)));
        run.runKey().ifPresent(key -> fact(list, "Run key", Clip.shown(key, Clip.NAME)));
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    private static void fact(Element list, String name, Element value) {
        list.add(Element.of("div")
                .add(Element.of("dt").text(name))
                .add(Element.of("dd").add(value)));
    }

    private Element links() {
        Element list = Element.of("p", "links");
        link(list, "run.json", files.report(run.id(), "run.json"));
        link(list, "JUnit XML", files.report(run.id(), Receipts.suiteFile(run.id())));
        link(list, "trace.log", files.report("", "trace.log"));
        run.snapshot().ifPresent(snapshot -> {
            link(list, "datapackage.json", files.published(snapshot, "datapackage.json"));
            link(list, "SHA256SUMS", files.published(snapshot, "SHA256SUMS"));
        });
        return list;
    }

    private static void link(Element list, String words, Optional<Link> link) {
        link.ifPresent(to -> list.add(Element.of("a").leadingTo(to).text(words)));
    }
}
