package io.github.aquaspec.fuzz;

import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Label;
import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import io.github.aquaspec.spec.model.JobSpec;
import java.util.stream.Stream;

/** See {@link Subject#MANIFEST}. */
final class ManifestTarget {

    private interface Reader {
        Loaded<JobSpec> parse(String name, byte[] bytes);
    }

    private ManifestTarget() {}

    static void check(byte[] input) {
        check(input, JobSpecs::parse);
    }

    /** Looks one character too far behind the colon of a last key. */
    static void checkPlanted(byte[] input) {
        check(input, (name, bytes) -> {
            Loaded<JobSpec> loaded = JobSpecs.parse(name, bytes);
            boolean key = bytes.length > 1 && bytes[bytes.length - 1] == ':' && bytes[bytes.length - 2] > ' ';
            if (key) {
                throw new StringIndexOutOfBoundsException(bytes.length);
            }
            return loaded;
        });
    }

    private static void check(byte[] input, Reader reader) {
        for (String name : new String[] {"a.yaml", "b.json"}) {
            Loaded<JobSpec> loaded = reader.parse(name, input);
            if (loaded.value().isPresent() == loaded.diagnostics().stream().anyMatch(Diagnostic::isError)) {
                throw new AssertionError(name + " is a job and has errors, or is neither");
            }
            loaded.diagnostics().forEach(ManifestTarget::check);
        }
    }

    private static void check(Diagnostic finding) {
        Stream.concat(finding.where().stream(), finding.related().stream())
                .map(Label::span)
                .filter(span -> span.end() > span.source().length() || span.start() > span.end())
                .findFirst()
                .ifPresent(span -> {
                    throw new AssertionError(finding.code().id() + " points outside of the text: " + span);
                });
        String drawn = TextRenderer.render(finding);
        if (!drawn.contains(finding.code().id()) || drawn.indexOf('\u001b') >= 0) {
            throw new AssertionError("drawn without its code, or with an order to the terminal: " + drawn);
        }
    }
}
