package io.github.aquaspec.spec.diagnostic;

import io.github.aquaspec.spec.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One finding, told in the user's words.
 *
 * <p>How it is written:
 *
 * <ol>
 *   <li>The source line is part of the message; do not repeat it in words.
 *   <li>One sentence, lower case, no full stop: what was found and what was wanted.
 *   <li>The words of the manifest and of Zuora, never those of our classes.
 *   <li>Never "invalid" or "illegal" without saying what would be right.
 *   <li>An unknown name comes with the nearest known one, or with the list where it is short.
 *   <li>No secret, ever.
 *   <li>A bug of ours is not a finding about the user's file; its code is AQ9xx.
 * </ol>
 *
 * @param code what kind of finding
 * @param severity how much it matters
 * @param message what: one sentence about this case
 * @param where the place; absent where there is no file to point at
 * @param related other places that are involved, such as "first used here"
 * @param why what would happen otherwise
 * @param fix what to type; absent where nobody can know
 */
public record Diagnostic(
        Code code,
        Severity severity,
        String message,
        Optional<Label> where,
        List<Label> related,
        String why,
        Optional<String> fix)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(Diagnostic::fileName)
            .thenComparingInt(d -> d.where.map(l -> l.span().start()).orElse(0))
            .thenComparing(d -> d.code.id())
            .thenComparing(Diagnostic::message);

    public Diagnostic {
        related = List.copyOf(related);
    }

    /** A finding with the severity and the reason of its code. */
    public static Diagnostic of(Code code, String message) {
        return new Diagnostic(
                code, code.severity(), message, Optional.empty(), List.of(), code.why(), Optional.empty());
    }

    public Diagnostic at(Span span) {
        return at(span, "");
    }

    public Diagnostic at(Span span, String label) {
        return new Diagnostic(code, severity, message, Optional.of(new Label(span, label)), related, why, fix);
    }

    public Diagnostic related(Span span, String label) {
        List<Label> more = new ArrayList<>(related);
        more.add(new Label(span, label));
        return new Diagnostic(code, severity, message, where, more, why, fix);
    }

    /** A reason for this case in place of the code's, such as the server's own words. */
    public Diagnostic why(String reason) {
        return new Diagnostic(code, severity, message, where, related, reason, fix);
    }

    public Diagnostic fix(String whatToType) {
        return new Diagnostic(code, severity, message, where, related, why, Optional.of(whatToType));
    }

    public Diagnostic severity(Severity other) {
        return new Diagnostic(code, other, message, where, related, why, fix);
    }

    /** The same finding with each of its sentences changed. */
    public Diagnostic words(UnaryOperator<String> change) {
        return new Diagnostic(
                code, severity, change.apply(message), where, related, change.apply(why), fix.map(change));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** By file, place, code: the order of output never depends on luck. */
    @Override
    public int compareTo(Diagnostic other) {
        return BY_PLACE.compare(this, other);
    }

    private String fileName() {
        return where.map(l -> l.span().source().name()).orElse("");
    }
}
