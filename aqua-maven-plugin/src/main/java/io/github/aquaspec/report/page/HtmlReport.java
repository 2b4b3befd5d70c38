package io.github.aquaspec.report.page;

import io.github.aquaspec.report.ReceiptFile;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The page of the last runs, made of their receipts alone.
 *
 * @param file the page
 * @param receipts how many it tells of
 * @param problems receipts that are missing from it
 */
public record HtmlReport(Path file, int receipts, List<Diagnostic> problems) {

    private static final String NAME = "index.html";

    public HtmlReport {
        problems = List.copyOf(problems);
    }

    /**
     * Replaces the page in a folder of receipts; empty where there is none, and nothing is written then.
     *
     * @param reports the folder
     * @param base the folder that paths in receipts count from
     */
    public static Optional<HtmlReport> write(Path reports, Path base) throws IOException {
        Optional<RunPage> read = ReceiptFolder.read(reports);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        RunPage page = read.get();
        Path file = reports.resolve(NAME);
        new ReceiptFile(file)
                .write(PageDocument.of(page, new NearFiles(reports, base)).getBytes(StandardCharsets.UTF_8));
        int receipts = page.sets().stream().mapToInt(set -> set.runs().size()).sum();
        return Optional.of(new HtmlReport(file, receipts, page.problems()));
    }
}
