package io.github.aquaspec.report;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Label;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.source.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A finding as a command of GitHub Actions, which shows it at its line of a pull request. It is one line whatever the
 * finding says: nothing in it ends the command or begins another. Escaped as GitHub's toolkit escapes.
 *
 * @param line the command, without a line end
 */
public record Annotation(String line) {

    /**
     * The command for a finding.
     *
     * @param workspace where files lie
     * @param shown makes a text of others fit to be shown, on one line
     */
    public static Annotation of(Diagnostic finding, Workspace workspace, UnaryOperator<String> shown) {
        List<String> properties = new ArrayList<>();
        finding.where().ifPresent(where -> place(properties, where, workspace, shown));
        properties.add("title=" + property(finding.code().id()));
        String message = SarifResults.message(finding.words(shown));
        return new Annotation(
                "::" + command(finding.severity()) + " " + String.join(",", properties) + "::" + data(message));
    }

    /** GitHub takes columns for spans within a line only, and counts the last one in. */
    private static void place(List<String> properties, Label where, Workspace workspace, UnaryOperator<String> shown) {
        Path file = workspace.file(where.span().source());
        Position from = where.span().from();
        Position to = where.span().to();
        properties.add("file=" + property(shown.apply(workspace.path(file).orElse(file.toString()))));
        properties.add("line=" + from.line());
        properties.add("endLine=" + to.line());
        if (from.line() == to.line()) {
            properties.add("col=" + from.column());
            properties.add("endColumn=" + Math.max(from.column(), to.column() - 1));
        }
    }

    private static String command(Severity severity) {
        return severity == Severity.NOTE ? "notice" : severity.word();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
