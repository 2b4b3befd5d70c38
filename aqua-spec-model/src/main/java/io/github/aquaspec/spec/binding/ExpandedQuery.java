package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import io.github.aquaspec.spec.model.Param;
import io.github.aquaspec.spec.model.WindowRange;
import io.github.aquaspec.spec.model.WindowSlot;
import io.github.aquaspec.spec.source.ScalarText;
import io.github.aquaspec.spec.source.ScalarText.Replacement;
import io.github.aquaspec.spec.source.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A query text with its placeholders expanded, in two forms. One keeps what only a run knows as it is written; the other
 * has a literal of the same type there, so that whoever reads queries can read it. Both are as long where it counts: a
 * window's literals always have one length, so places found in the second are those of what is sent.
 */
final class ExpandedQuery {

    private static final WindowRange SOME_WINDOW =
            new WindowRange(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2020-01-02T00:00:00Z"));

    private final ScalarText written;
    private final ZoqlQuotes quotes;
    private final Resolution resolution;
    private final Consumer<Diagnostic> findings;

    private final List<Replacement> complete = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private final List<WindowSlot> slots = new ArrayList<>();
    private int done;

    ExpandedQuery(ScalarText written, ZoqlQuotes quotes, Resolution resolution, Consumer<Diagnostic> findings) {
        this.written = written;
        this.quotes = quotes;
        this.resolution = resolution;
        this.findings = findings;
        List<Mark> marks = Mark.in(written.value());
        List<Surroundings.Place> places = Surroundings.of(written.value(), quotes, marks);
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i) instanceof Mark.Placeholder placeholder) {
                expand(placeholder, places.get(i));
            } else {
                replace(marks.get(i).from(), marks.get(i).to(), "$");
            }
        }
        open.append(written.value(), done, written.value().length());
    }

    /** The text with a literal for everything that can be expanded at all. */
    ScalarText complete() {
        return written.with(complete);
    }

    /** The text in which the window is still open. */
    String open() {
        return open.toString();
    }

    /** Where the window goes in {@link #open}. */
    List<WindowSlot> slots() {
        return slots;
    }

    private void expand(Mark.Placeholder placeholder, Surroundings.Place place) {
        Span span = written.span(placeholder.from(), placeholder.to());
        Resolved value = resolution.of(placeholder, span);
        if (place instanceof Surroundings.Place.InOpenString) {
            // the quote is told by whoever reads the query
            keep(
                    placeholder.from(),
                    placeholder.to(),
                    StandIns.of(Param.Type.TEXT).text());
            return;
        }
        if (value instanceof Resolved.Refused) {
            return;
        }
        Optional<Diagnostic> objection = objection(value, place);
        if (objection.isPresent()) {
            findings.accept(objection.get().at(span));
        } else if (place instanceof Surroundings.Place.Whole whole) {
            whole(value, whole);
        } else if (place instanceof Surroundings.Place.InString string) {
            part(value, placeholder, string.quote());
        }
    }

    private Optional<Diagnostic> objection(Resolved value, Surroundings.Place place) {
        if (place instanceof Surroundings.Place.Nowhere nowhere) {
            return Optional.of(misplaced("no value can stand here: " + nowhere.reason())
                    .fix("let it stand for a whole value, such as UpdatedDate >= ${param.since}"));
        }
        if (place instanceof Surroundings.Place.InString && type(value) != Param.Type.TEXT) {
            return Optional.of(misplaced("only text can be a part of a longer text")
                    .fix("let it stand for a whole value, or declare it as text"));
        }
        return value instanceof Resolved.Given given
                ? quotes.objection(given.value().text())
                        .map(reason ->
                                Diagnostic.of(KeyCode.NOT_OF_TYPE, reason).fix("give a value without it"))
                : Optional.empty();
    }

    private static Diagnostic misplaced(String what) {
        return Diagnostic.of(KeyCode.MISPLACED_PLACEHOLDER, what);
    }

    private static Param.Type type(Resolved value) {
        return value instanceof Resolved.Given given
                ? given.value().type()
                : value instanceof Resolved.Unset unset ? unset.type() : Param.Type.DATE_TIME;
    }

    private void whole(Resolved value, Surroundings.Place.Whole whole) {
        if (value instanceof Resolved.Given given) {
            replace(whole.from(), whole.to(), quotes.literal(given.value()));
        } else if (value instanceof Resolved.Open end) {
            open.append(written.value(), done, whole.from());
            done = whole.from();
            WindowSlot slot = new WindowSlot(end.edge(), open.length(), open.length() + whole.to() - whole.from());
            slots.add(slot);
            keep(whole.from(), whole.to(), slot.literal(SOME_WINDOW));
        } else if (value instanceof Resolved.Unset unset) {
            keep(whole.from(), whole.to(), quotes.literal(StandIns.of(unset.type())));
        }
    }

    private void part(Resolved value, Mark.Placeholder placeholder, char quote) {
        if (value instanceof Resolved.Given given) {
            String text = quotes.escaped(given.value().text(), quote);
            replace(placeholder.from(), placeholder.to(), text);
        } else {
            keep(
                    placeholder.from(),
                    placeholder.to(),
                    StandIns.of(Param.Type.TEXT).text());
        }
    }

    /** Puts the same text into both forms. */
    private void replace(int from, int to, String text) {
        complete.add(new Replacement(from, to, text));
        open.append(written.value(), done, from).append(text);
        done = to;
    }

    /** Leaves the open form as it is written. */
    private void keep(int from, int to, String standIn) {
        complete.add(new Replacement(from, to, standIn));
        open.append(written.value(), done, to);
        done = to;
    }
}
