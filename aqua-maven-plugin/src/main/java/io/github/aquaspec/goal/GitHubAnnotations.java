package io.github.aquaspec.goal;

import io.github.aquaspec.report.Annotation;
import io.github.aquaspec.report.Workspace;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.UnaryOperator;

/**
 * Has GitHub Actions mark findings in the files of a pull request. A command counts only at the beginning of a line, where
 * Maven's log writes its level, and Maven 4 writes the level before what is printed as well: so these lines go straight to
 * the standard output. They are the only ones that do, and only an {@link Annotation} can be one.
 */
final class GitHubAnnotations {

    /** Past whatever Maven puts in the place of {@code System.out}. */
    static final PrintStream STANDARD_OUTPUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private final PrintStream out;
    private final boolean wanted;

    GitHubAnnotations(PrintStream out, UnaryOperator<String> variables) {
        this.out = out;
        this.wanted = "true".equals(variables.apply("GITHUB_ACTIONS"));
    }

    /** Marks what the log shows: errors, warnings, and notes where they are asked for. */
    void show(Collection<Diagnostic> findings, boolean notes, Workspace workspace, GuardedLog log) {
        if (wanted) {
            findings.stream()
                    .filter(finding -> notes || finding.severity() != Severity.NOTE)
                    .map(finding -> Annotation.of(finding, workspace, log::line))
                    .forEach(this::print);
        }
    }

    private void print(Annotation annotation) {
        out.print(annotation.line() + "\n");
        out.flush();
    }
}
