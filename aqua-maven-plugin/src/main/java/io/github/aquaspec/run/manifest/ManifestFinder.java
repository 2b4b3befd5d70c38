package io.github.aquaspec.run.manifest;

import io.github.aquaspec.run.failure.LocalCode;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.Values;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.diagnostic.NearNames;
import io.github.aquaspec.spec.model.JobSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the manifests of a build.
 *
 * @param base the folder that paths are shown from
 * @param specs a folder, or one file
 * @param specsFolder the folder that gives a single file its id, where the file lies below it
 * @param includes patterns of files below the folder
 * @param excludes patterns of files and folders to leave out
 * @param selects patterns of ids; none means all
 * @param values what placeholders read
 */
public record ManifestFinder(
        Path base,
        Path specs,
        Path specsFolder,
        List<PathPattern> includes,
        List<PathPattern> excludes,
        List<String> selects,
        Values values) {

    /** A manifest that is not read yet. */
    private record Found(ManifestId id, Path file) {}

    /** Reads what it finds; what is wrong is in the set. */
    public ManifestSet find() {
        List<Diagnostic> problems = new ArrayList<>();
        List<Found> selected = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Confines confines = Confines.of(base, specs);
        for (Path file : files(problems)) {
            String idText = idText(file);
            Optional<ManifestId> id = ManifestId.of(idText);
            if (id.isEmpty()) {
                problems.add(badId(file, idText));
            } else if (!confines.hold(file)) {
                problems.add(leadsOutside(file));
            } else if (isSelected(id.get())) {
                selected.add(new Found(id.get(), file));
            } else {
                others.add(idText);
            }
        }
        if (selected.isEmpty() && problems.isEmpty()) {
            problems.add(nothingFound(others));
        }
        // on all cores: each is read by itself
        List<Manifest> manifests = selected.parallelStream()
                .map(found -> new Manifest(found.id(), load(found.file())))
                .sorted(Comparator.comparing(Manifest::id))
                .toList();
        problems.addAll(IdClashes.among(manifests));
        return new ManifestSet(manifests, problems);
    }

    private List<Path> files(List<Diagnostic> problems) {
        if (Files.isRegularFile(specs)) {
            return List.of(specs);
        }
        if (!Files.isDirectory(specs)) {
            problems.add(Diagnostic.of(TargetCode.MISSING_SPECS, "there is no file or folder " + shown(specs))
                    .fix("put manifests there, or name another place with -Daqua.specs=…"));
            return List.of();
        }
        try (Stream<Path> found = Files.walk(specs)) {
            return found.filter(Files::isRegularFile)
                    .filter(this::isIncluded)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            problems.add(Diagnostic.of(LocalCode.CANNOT_READ, "cannot list " + shown(specs) + ": " + e.getMessage())
                    .fix("give this user read access there, or name another place with -Daqua.specs=…"));
            return List.of();
        }
    }

    private boolean isIncluded(Path file) {
        Path relative = specs.relativize(file);
        for (int i = 1; i <= relative.getNameCount(); i++) {
            String part = slashes(relative.subpath(0, i));
            if (excludes.stream().anyMatch(p -> p.matches(part))) {
                return false;
            }
        }
        String whole = slashes(relative);
        return includes.stream().anyMatch(p -> p.matches(whole));
    }

    private String idText(Path file) {
        Path folder = Files.isDirectory(specs) ? specs : specsFolder;
        Path named = file.startsWith(folder) ? folder.relativize(file) : file.getFileName();
        String text = slashes(named);
        int dot = text.lastIndexOf('.');
        return dot > text.lastIndexOf('/') + 1 ? text.substring(0, dot) : text;
    }

    private boolean isSelected(ManifestId id) {
        return selects.isEmpty() || selects.stream().anyMatch(s -> new PathPattern(s).matches(id.text()));
    }

    private Loaded<JobSpec> load(Path file) {
        return JobSpecs.load(file, shown(file), values);
    }

    private Diagnostic badId(Path file, String idText) {
        return Diagnostic.of(TargetCode.BAD_ID, "the manifest " + shown(file) + " would have the id \"" + idText + "\"")
                .fix("use letters, digits, `.`, `_` and `-` in file and folder names, at most 100, and start with a"
                        + " letter or digit; " + ManifestId.KEPT);
    }

    private Diagnostic leadsOutside(Path file) {
        return Diagnostic.of(TargetCode.LEADS_OUTSIDE, "the manifest " + shown(file) + " is a link to another place")
                .fix("put the file itself there, or name the folder that holds it with -Daqua.specs=…");
    }

    /** @param others the ids of those that are not selected */
    private Diagnostic nothingFound(List<String> others) {
        return selects.isEmpty()
                ? Diagnostic.of(TargetCode.NO_MANIFEST, "there is no manifest in " + shown(specs))
                        .fix("add a .yaml, .yml or .json file, or name another place with -Daqua.specs=…")
                : Diagnostic.of(
                                TargetCode.SELECTS_NOTHING,
                                "no manifest in " + shown(specs) + " is selected by \"" + String.join(",", selects)
                                        + "\"")
                        .fix(selects.stream()
                                .flatMap(select -> NearNames.nearest(select, others).stream())
                                .findFirst()
                                .map(near -> "did you mean " + near + "?")
                                .orElse("select by id: the path below the folder without the extension;"
                                        + " * and ** match any name"));
    }

    private String shown(Path path) {
        Path shown = path.startsWith(base) && !path.equals(base) ? base.relativize(path) : path;
        return slashes(shown);
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
