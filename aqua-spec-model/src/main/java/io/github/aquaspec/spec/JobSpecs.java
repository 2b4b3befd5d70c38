package io.github.aquaspec.spec;

import io.github.aquaspec.spec.binding.Binding;
import io.github.aquaspec.spec.binding.Bound;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.rule.Rules;
import io.github.aquaspec.spec.rule.Suppressions;
import io.github.aquaspec.spec.source.SourceMap;
import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.text.ManifestReader;
import io.github.aquaspec.spec.text.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The front door: a manifest in, a job spec or diagnostics out. Whatever is wrong with a manifest is told as findings,
 * all at once; nothing is thrown, not even for a file that cannot be read.
 *
 * <p>Of a job that waits for its window, the places within a query are those of the text with the window filled in.
 */
public final class JobSpecs {

    private JobSpecs() {}

    /** Reads a manifest of which no placeholder is set, called in findings as the path is written. */
    public static Loaded<JobSpec> load(Path file) {
        return load(file, Values.NONE);
    }

    /** Reads a manifest from a file, called in findings as the path is written. */
    public static Loaded<JobSpec> load(Path file, Values values) {
        return load(file, file.toString().replace('\\', '/'), values);
    }

    /**
     * Reads a manifest from a file.
     *
     * @param file where it lies
     * @param displayName what findings call it: the path as a user would type it, with {@code /} between folders
     * @param values what its placeholders read
     */
    public static Loaded<JobSpec> load(Path file, String displayName, Values values) {
        List<Diagnostic> findings = new ArrayList<>();
        return parse(displayName, ManifestReader.open(file, displayName, findings::add), values, findings);
    }

    /**
     * Reads a manifest from its bytes.
     *
     * @param name what findings call it; {@code .yaml} or {@code .yml} at its end allows YAML in braces
     * @param bytes UTF-8
     */
    public static Loaded<JobSpec> parse(String name, byte[] bytes) {
        List<Diagnostic> findings = new ArrayList<>();
        return parse(name, ManifestReader.decode(name, bytes, findings::add), Values.NONE, findings);
    }

    private static Loaded<JobSpec> parse(
            String name, Optional<SourceText> source, Values values, List<Diagnostic> findings) {
        return source.map(text -> parse(text, values)).orElseGet(() -> refused(new SourceText(name, ""), findings));
    }

    /** Reads a manifest from its text. */
    public static Loaded<JobSpec> parse(String name, String text) {
        return parse(name, text, Values.NONE);
    }

    /** Reads a manifest from its text. */
    public static Loaded<JobSpec> parse(String name, String text, Values values) {
        return parse(new SourceText(name, text), values);
    }

    private static Loaded<JobSpec> parse(SourceText source, Values values) {
        List<Diagnostic> findings = new ArrayList<>();
        Optional<Node> root = ManifestReader.read(source, findings::add);
        if (root.isEmpty()) {
            return refused(source, findings);
        }
        Bound bound = Binding.bind(root.get(), values, findings::add);
        if (bound.job().isEmpty()) {
            return new Loaded<>(Optional.empty(), findings, List.of(), bound.places());
        }
        JobSpec job = bound.job().get();
        Rules.check(bound.complete().orElseThrow(), bound.places(), bound.exceptUnexpanded(findings::add));
        Suppressions parted = Suppressions.apply(findings, job, bound.places());
        Optional<JobSpec> value =
                parted.shown().stream().anyMatch(Diagnostic::isError) ? Optional.empty() : Optional.of(job);
        return new Loaded<>(value, parted.shown(), parted.suppressed(), bound.places());
    }

    private static Loaded<JobSpec> refused(SourceText source, List<Diagnostic> findings) {
        return new Loaded<>(Optional.empty(), findings, List.of(), new SourceMap.Builder(source).build());
    }
}
