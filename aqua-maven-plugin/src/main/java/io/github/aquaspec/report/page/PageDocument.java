package io.github.aquaspec.report.page;

import io.github.aquaspec.report.Quantity;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The page as a whole. It stands alone: one style, known to the browser by its hash, and nothing that runs, loads or is
 * sent. The same receipts make the same bytes.
 */
final class PageDocument {

    private static final String STYLE = style();

    private PageDocument() {}

    static String of(RunPage page, NearFiles files) {
        Optional<ReportedSet> last = page.sets().stream().findFirst();
        Element main = Element.of("main").add(problems(page.problems()));
        List<Element> sections = new ArrayList<>();
        for (int i = 0; i < page.sets().size(); i++) {
            sections.add(SetSection.of(page.sets().get(i), i + 1, files));
        }
        Element body = Element.of("body")
                .add(Headline.of(last))
                .add(main.add(sections))
                .add(Element.of("footer")
                        .add(Element.of("p")
                                .text(
                                        "Drawn by aqua:report from the receipts of runs, run.json. All times are UTC. No cell of"
                                                + " the data is on this page.")));
        StringBuilder text = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n");
        head(text, last.map(Headline::sentence).orElse("no receipt can be read"));
        body.write(text);
        return text.append("\n</html>\n").toString();
    }

    private static void head(StringBuilder text, String outcome) {
        text.append("<head>\n<meta charset=\"UTF-8\" />\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
                .append(hash(STYLE))
                .append("'; base-uri 'none'; form-action 'none'\" />\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\" />\n")
                .append("<meta name=\"referrer\" content=\"no-referrer\" />\n");
        Element.of("title").text("AQuA report: " + outcome).write(text);
        text.append("\n<style>").append(STYLE).append("</style>\n</head>");
    }

    private static Optional<Element> problems(List<Diagnostic> problems) {
        List<Finding> findings = problems.stream()
                .map(problem -> new Finding(
                        Optional.of(problem.code().id()),
                        problem.severity().word(),
                        problem.message(),
                        Optional.empty(),
                        Optional.of(problem.why()),
                        problem.fix(),
                        Optional.empty()))
                .toList();
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of(Element.of("section", "problems")
                        .add(FindingSection.of(
                                "Missing from this page: " + Quantity.of(findings.size(), "receipt"), findings)));
    }

    private static String style() {
        try (InputStream css = PageDocument.class.getResourceAsStream("page.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String style) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
