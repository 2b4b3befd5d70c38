package io.github.aquaspec.spec.diagnostic;

import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws findings as text for people: what, where with the lines of the file, why and what to do. Secrets are hidden and
 * nothing in it can drive a terminal.
 */
public final class TextRenderer {

    /** A label and whether it is the finding's own place or one that is related. */
    private record Mark(Label label, boolean main) {

        int line() {
            return label.span().from().line();
        }
    }

    private final StringBuilder out = new StringBuilder();

    private TextRenderer() {}

    /** All findings in their order, a blank line between two. */
    public static String render(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(TextRenderer::render).collect(Collectors.joining("\n\n"));
    }

    /** One finding; several lines, without a line break at the end. */
    public static String render(Diagnostic diagnostic) {
        TextRenderer renderer = new TextRenderer();
        renderer.draw(diagnostic);
        return renderer.out.substring(0, renderer.out.length() - 1);
    }

    /** How many of which severity, such as {@code 2 errors, 1 warning, 3 notes}; {@code no findings} for none. */
    public static String summary(Collection<Diagnostic> diagnostics) {
        String counts = Stream.of(Severity.values())
                .map(severity -> count(diagnostics, severity))
                .filter(count -> !count.isEmpty())
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "no findings" : counts;
    }

    private static String count(Collection<Diagnostic> diagnostics, Severity severity) {
        long count = diagnostics.stream().filter(d -> d.severity() == severity).count();
        return count == 0 ? "" : count + " " + severity.word() + (count == 1 ? "" : "s");
    }

    private void draw(Diagnostic diagnostic) {
        line(diagnostic.severity().word() + "[" + diagnostic.code().id() + "]: " + Printable.of(diagnostic.message()));
        List<Mark> marks = marks(diagnostic);
        int width = marks.stream().mapToInt(Mark::line).max().stream()
                .map(line -> String.valueOf(line).length())
                .findFirst()
                .orElse(0);
        String gutter = " ".repeat(width);
        List<SourceText> sources = marks.stream()
                .map(mark -> mark.label().span().source())
                .distinct()
                .toList();
        for (SourceText source : sources) {
            List<Mark> here = marks.stream()
                    .filter(mark -> mark.label().span().source() == source)
                    .toList();
            String arrow = source == sources.get(0) ? "--> " : "::: ";
            line(gutter + arrow + Printable.of(here.get(0).label().span().toString()));
            if (source.length() > 0) {
                line(gutter + " |");
                lines(here, gutter);
                line(gutter + " |");
            }
        }
        line(gutter + " = why: " + Printable.of(diagnostic.why()));
        diagnostic.fix().ifPresent(fix -> line(gutter + " = fix: " + Printable.of(fix)));
    }

    /** The finding's own place first, then the related ones. */
    private static List<Mark> marks(Diagnostic diagnostic) {
        List<Mark> marks = new ArrayList<>();
        diagnostic.where().ifPresent(label -> marks.add(new Mark(label, true)));
        diagnostic.related().forEach(label -> marks.add(new Mark(label, false)));
        return marks;
    }

    private void lines(List<Mark> marks, String gutter) {
        int drawn = 0;
        for (Mark mark :
                marks.stream().sorted(Comparator.comparingInt(Mark::line)).toList()) {
            if (drawn != 0 && mark.line() > drawn + 1) {
                line("...");
            }
            Span span = mark.label().span();
            SourceLine line = new SourceLine(span);
            // A long line is cut around each of its marks anew.
            if (mark.line() != drawn || line.isLong()) {
                String number = String.valueOf(mark.line());
                line(" ".repeat(gutter.length() - number.length()) + number + " | " + line.text(span));
            }
            String underline = line.underline(span, mark.main() ? "^" : "-");
            line(gutter + " | " + underline + " " + Printable.of(mark.label().text()));
            drawn = mark.line();
        }
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
