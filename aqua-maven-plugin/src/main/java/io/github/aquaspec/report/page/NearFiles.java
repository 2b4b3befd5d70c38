package io.github.aquaspec.report.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files that the page can lead to: those of the receipts, and those of the build that are there.
 *
 * @param reports the folder of receipts, where the page lies
 * @param base the folder that paths in receipts count from
 */
record NearFiles(Path reports, Path base) {

    /** Beside the receipt of a manifest. */
    Optional<Link> report(String id, String name) {
        return link(reports, id.isEmpty() ? name : id + "/" + name);
    }

    /** In the snapshot of a manifest. */
    Optional<Link> published(String snapshot, String name) {
        try {
            Path folder = base.resolve(snapshot).normalize();
            return folder.startsWith(base) ? link(folder, name) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Link> link(Path folder, String name) {
        try {
            Path file = folder.resolve(name).normalize();
            return file.startsWith(folder) && Files.isRegularFile(file)
                    ? Optional.of(Link.toFile(reports, file))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
