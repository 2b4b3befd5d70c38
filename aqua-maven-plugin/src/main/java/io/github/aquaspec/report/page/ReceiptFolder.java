package io.github.aquaspec.report.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.json.JsonTree;
import io.github.aquaspec.report.Quantity;
import io.github.aquaspec.run.failure.LocalCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The receipts of a folder, read as far as they can be. A link is no receipt and leads nowhere. */
final class ReceiptFolder {

    private static final String NAME = "run.json";
    private static final JsonFactory JSON = new JsonFactory();

    /** What nobody's receipts have, so that a folder of something else does not become a page. */
    private static final int MOST = 500;

    private static final int DEEPEST = 20;
    private static final long LARGEST = 16L << 20;

    private final Path folder;
    private final List<ReportedRun> runs = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private Optional<Member> set = Optional.empty();

    private ReceiptFolder(Path folder) {
        this.folder = folder;
    }

    /** What the receipts tell; empty where there is none. */
    static Optional<RunPage> read(Path folder) {
        ReceiptFolder receipts = new ReceiptFolder(folder);
        List<Path> files = receipts.files();
        files.stream().limit(MOST).forEach(receipts::take);
        if (files.size() > MOST) {
            receipts.problem(
                    folder, "holds " + Quantity.of(files.size(), "receipt") + ", and the page shows the first " + MOST);
        }
        return receipts.runs.isEmpty() && receipts.set.isEmpty() && receipts.problems.isEmpty()
                ? Optional.empty()
                : Optional.of(RunPage.of(receipts.set, receipts.runs, receipts.problems));
    }

    /** In the order of their names, which is the same on every machine. */
    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try {
            // the folder itself may be a link, as it may be for those who write into it
            Path real = folder.toRealPath();
            Files.walkFileTree(real, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()
                            && file.getFileName().toString().equals(NAME)) {
                        files.add(folder.resolve(real.relativize(file)));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    problem(
                            folder.resolve(real.relativize(file)),
                            "cannot be read: " + e.getClass().getSimpleName());
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            problem(folder, "cannot be read: " + e.getClass().getSimpleName());
        }
        files.sort((a, b) -> id(a).compareTo(id(b)));
        return files;
    }

    private void take(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                problem(file, "is larger than a receipt can be, " + Quantity.of(Files.size(file), "byte"));
                return;
            }
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
                    JsonParser parser = JSON.createParser(in)) {
                take(file, JsonTree.read(parser));
            }
        } catch (IOException e) {
            problem(file, "is damaged or cannot be read: it is not whole JSON");
        }
    }

    private void take(Path file, JsonNode json) {
        Member receipt = new Member(json);
        if (receipt.text("status").isEmpty()) {
            problem(file, "is no receipt of a run: it tells no status");
        } else if (file.getParent().equals(folder)) {
            set = Optional.of(receipt);
        } else if (!receipt.text("id").equals(Optional.of(id(file)))) {
            problem(file, "is the receipt of another manifest: its id is not the name of its folder");
        } else {
            runs.add(ReportedRun.of(id(file), receipt));
        }
    }

    private String id(Path file) {
        return StreamSupport.stream(folder.relativize(file.getParent()).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    private void problem(Path file, String what) {
        String name = file.equals(folder)
                ? "the folder of receipts"
                : folder.relativize(file).toString().replace('\\', '/');
        problems.add(Diagnostic.of(LocalCode.UNREADABLE_RECEIPT, name + " " + what)
                .fix("delete it, or run its manifest again: each run writes its receipt anew"));
    }
}
