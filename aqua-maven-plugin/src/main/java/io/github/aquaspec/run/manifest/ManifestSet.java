package io.github.aquaspec.run.manifest;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Stream;

/**
 * The manifests of a build.
 *
 * @param manifests by id
 * @param problems what is wrong with the set, beyond what is wrong with each
 */
public record ManifestSet(List<Manifest> manifests, List<Diagnostic> problems) {

    public ManifestSet {
        manifests = List.copyOf(manifests);
        problems = List.copyOf(problems);
    }

    /** Everything that was found, in the order it is shown. */
    public List<Diagnostic> diagnostics() {
        return Stream.concat(problems.stream(), manifests.stream().flatMap(m -> m.loaded().diagnostics().stream()))
                .toList();
    }

    public boolean hasErrors() {
        return diagnostics().stream().anyMatch(Diagnostic::isError);
    }
}
