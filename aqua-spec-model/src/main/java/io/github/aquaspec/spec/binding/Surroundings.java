package io.github.aquaspec.spec.binding;

import java.util.ArrayList;
import java.util.List;

/** Finds out in which part of a query text each of its marks stands. */
final class Surroundings {

    private static final String ENDS_OF_A_VALUE = "(),=<>!;";

    private final String query;
    private final ZoqlQuotes quotes;
    private final List<Mark> marks;
    private final List<Place> places = new ArrayList<>();

    /** Where a mark stands. */
    sealed interface Place {

        /**
         * Where a literal may stand.
         *
         * @param from the first char that the literal replaces, a quote directly before the mark included
         * @param to the char behind the last, a quote directly behind the mark included
         */
        record Whole(int from, int to) implements Place {}

        /**
         * In a string that holds more.
         *
         * @param quote which quotes it has
         */
        record InString(char quote) implements Place {}

        /** Behind a quote that nothing closes: how much was meant to stand in it nobody can tell. */
        record InOpenString() implements Place {}

        /**
         * Where no value can stand.
         *
         * @param reason why
         */
        record Nowhere(String reason) implements Place {}
    }

    private Surroundings(String query, ZoqlQuotes quotes, List<Mark> marks) {
        this.query = query;
        this.quotes = quotes;
        this.marks = marks;
    }

    /** The place of each mark. */
    static List<Place> of(String query, ZoqlQuotes quotes, List<Mark> marks) {
        Surroundings surroundings = new Surroundings(query, quotes, marks);
        surroundings.scan();
        return surroundings.places;
    }

    private void scan() {
        int at = 0;
        int opened = -1;
        boolean commented = false;
        while (places.size() < marks.size()) {
            Mark mark = marks.get(places.size());
            if (at == mark.from()) {
                Place place = commented ? new Place.Nowhere("it stands behind a comment") : place(mark, opened);
                places.add(place);
                boolean closed = place instanceof Place.Whole whole && whole.to() > mark.to();
                opened = closed ? -1 : opened;
                at = closed ? mark.to() + 1 : mark.to();
            } else if (opened >= 0) {
                boolean pair = isPair(at, opened, mark.from());
                opened = !pair && isQuote(at, opened) ? -1 : opened;
                at += pair ? 2 : 1;
            } else {
                commented |= query.startsWith("--", at) || query.startsWith("//", at) || query.startsWith("/*", at);
                opened = query.charAt(at) == '\'' || query.charAt(at) == '"' ? at : -1;
                at++;
            }
        }
        if (opened >= 0 && !commented && !isClosed(at, opened)) {
            for (int i = 0; i < marks.size(); i++) {
                if (marks.get(i).from() > opened) {
                    places.set(i, new Place.InOpenString());
                }
            }
        }
    }

    /** Whether a string that is still open at a char behind the last mark ends at all. */
    private boolean isClosed(int from, int opened) {
        int at = from;
        while (at < query.length()) {
            boolean pair = isPair(at, opened, query.length());
            if (!pair && isQuote(at, opened)) {
                return true;
            }
            at += pair ? 2 : 1;
        }
        return false;
    }

    /** Whether two chars of a string stand for one. */
    private boolean isPair(int at, int opened, int end) {
        return quotes == ZoqlQuotes.BACKSLASHED
                ? query.charAt(at) == '\\' && at + 1 < end
                : isQuote(at, opened) && isQuote(at + 1, opened);
    }

    private Place place(Mark mark, int opened) {
        if (opened < 0) {
            boolean free = mark.from() > 0
                    && isFree(query.charAt(mark.from() - 1))
                    && (mark.to() == query.length() || isFree(query.charAt(mark.to())))
                    && !isSigned(mark.from());
            return free ? new Place.Whole(mark.from(), mark.to()) : new Place.Nowhere("it does not stand for itself");
        }
        if (query.charAt(mark.from() - 1) == '\\') {
            return new Place.Nowhere("it stands behind a backslash");
        }
        boolean alone = opened == mark.from() - 1
                && isQuote(mark.to(), opened)
                && (quotes == ZoqlQuotes.BACKSLASHED || !isQuote(mark.to() + 1, opened));
        return alone ? new Place.Whole(mark.from() - 1, mark.to() + 1) : new Place.InString(query.charAt(opened));
    }

    /** Whether a sign stands before a char: together with the sign of a number it could begin a comment. */
    private boolean isSigned(int at) {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(query.charAt(before))) {
            before--;
        }
        return before >= 0 && (query.charAt(before) == '-' || query.charAt(before) == '+');
    }

    private boolean isQuote(int at, int opened) {
        return at < query.length() && query.charAt(at) == query.charAt(opened);
    }

    private static boolean isFree(char neighbour) {
        return Character.isWhitespace(neighbour) || ENDS_OF_A_VALUE.indexOf(neighbour) >= 0;
    }
}
