package io.github.aquaspec.verify;

import java.util.List;
import java.util.Optional;

/** What is odd about the records of one CSV, counted as they go by, and the first place of each. */
final class CsvOddities {

    private long lfEnds;
    private long crlfEnds;
    private boolean openEnd;
    private long strayQuotes;
    private Place firstStrayQuote;
    private long firstStrayQuoteOffset;
    private long loneReturns;
    private Place firstLoneReturn;
    private long blankRecords;
    private Place firstBlankRecord;
    private Optional<Place> firstHeaderAsRecord = Optional.empty();

    /** A line ends in so many bytes. */
    void lineEnd(int bytes) {
        if (bytes == 1) {
            lfEnds++;
        } else {
            crlfEnds++;
        }
    }

    void endsWithoutNewline() {
        openEnd = true;
    }

    void strayQuote(Place place, long offset) {
        if (strayQuotes++ == 0) {
            firstStrayQuote = place;
            firstStrayQuoteOffset = offset;
        }
    }

    void loneReturn(Place place) {
        firstLoneReturn = loneReturns++ == 0 ? place : firstLoneReturn;
    }

    void blankRecord(Place place) {
        firstBlankRecord = blankRecords++ == 0 ? place : firstBlankRecord;
    }

    void headerAsRecord(Place place) {
        firstHeaderAsRecord = firstHeaderAsRecord.or(() -> Optional.of(place));
    }

    LineEnd lineEnd() {
        if (lfEnds > 0 && crlfEnds > 0) {
            return LineEnd.MIXED;
        }
        return crlfEnds > 0 ? LineEnd.CRLF : LineEnd.LF;
    }

    void addTo(List<Observation> seen) {
        if (strayQuotes > 0) {
            seen.add(new Observation.StrayQuotes(strayQuotes, firstStrayQuote, firstStrayQuoteOffset));
        }
        if (loneReturns > 0) {
            seen.add(new Observation.LoneCarriageReturns(loneReturns, firstLoneReturn));
        }
        if (lineEnd() == LineEnd.MIXED) {
            seen.add(new Observation.MixedLineEnds(lfEnds, crlfEnds));
        }
        if (blankRecords > 0) {
            seen.add(new Observation.BlankRecords(blankRecords, firstBlankRecord));
        }
        firstHeaderAsRecord.map(Observation.HeaderAsRecord::new).ifPresent(seen::add);
        if (openEnd) {
            seen.add(new Observation.MissingFinalNewline());
        }
    }
}
