package io.github.aquaspec.verify;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads one CSV (RFC 4180; LF or CR LF) byte by byte: counts records, holds each against the header's width and names
 * the first that is wrong. Keeps nothing but the header, so a cell may be as long as it likes.
 *
 * <p>A quote inside an unquoted cell and a carriage return without line feed are plain text here, and observed. A blank
 * line is a record where there is one column, a fault where there are more.
 */
final class CsvMachine {

    private static final byte COMMA = ',';
    private static final byte QUOTE = '"';
    private static final byte LF = '\n';
    private static final byte CR = '\r';
    private static final long COMMAS = EightBytes.allOf(COMMA);
    private static final long QUOTES = EightBytes.allOf(QUOTE);
    private static final long LFS = EightBytes.allOf(LF);
    /** Of bytes below it, a line end is the one that is common. */
    private static final long ABOVE_LINE_ENDS = EightBytes.allOf(CR + 1);

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private enum State {
        CELL_START,
        UNQUOTED,
        QUOTED,
        QUOTE_IN_QUOTED,
        CR_AFTER_TEXT,
        CR_AFTER_QUOTE
    }

    private final TextBytes text = new TextBytes();
    private final ByteArrayOutputStream headerBytes = new ByteArrayOutputStream();
    private Header header;
    private int width;
    private long headerEnd;
    private boolean headerEndsInCrlf;

    private State state = State.CELL_START;
    private long offset;
    private long record;
    private long line = 1;
    private long recordOffset;
    private long recordLine = 1;
    private long commas;
    private long quoteOffset;
    private int markBytes;
    /** How far the open record equals the header, in bytes of earlier chunks; −1 when it does not. */
    private int equalToHeader;

    private final CsvOddities odd = new CsvOddities();

    /** Takes the next bytes of the CSV. */
    void accept(byte[] bytes, int from, int to) throws CorruptFileException {
        text.accept(bytes, from, to);
        int at = from;
        while (at < to && header == null) {
            byte value = bytes[at++];
            headerBytes.write(value);
            if (headerBytes.size() > Header.MAX_BYTES) {
                throw new CorruptFileException(new Fault.HeaderTooLong(Header.MAX_BYTES));
            }
            step(value, bytes, at);
        }
        while (at < to) {
            int next = skip(bytes, at, to);
            offset += next - at;
            at = next;
            if (at < to) {
                at++;
                step(bytes[at - 1], bytes, at);
            }
        }
        rememberEquality(bytes, from, to);
    }

    /** The CSV has ended: counts a last record without newline, and fails when a quote is open. */
    void finish() throws CorruptFileException {
        if (offset == 0) {
            throw new CorruptFileException(new Fault.Empty());
        }
        if (state == State.QUOTED) {
            throw new CorruptFileException(new Fault.OpenQuote(place(), quoteOffset));
        }
        if (offset > recordOffset) {
            boolean halfLineEnd = state == State.CR_AFTER_TEXT || state == State.CR_AFTER_QUOTE;
            odd.endsWithoutNewline();
            endRecord(halfLineEnd ? offset - 1 : offset, new byte[0], 0);
        }
    }

    /** Records after the header. */
    long records() {
        return header == null ? 0 : record - 1;
    }

    /** Bytes taken so far. */
    long offset() {
        return offset;
    }

    /** The header, once its end was seen. */
    Optional<Header> header() {
        return Optional.ofNullable(header);
    }

    /** Where the first record after the header begins; 0 until the header's end was seen. */
    long headerEnd() {
        return headerEnd;
    }

    boolean headerEndsInCrlf() {
        return headerEndsInCrlf;
    }

    LineEnd lineEnd() {
        return odd.lineEnd();
    }

    /** What is odd about the whole, once it has ended. */
    List<Observation> observations() {
        List<Observation> seen = new ArrayList<>();
        if (hasMark()) {
            seen.add(new Observation.ByteOrderMark());
        }
        header.observe(seen);
        text.finish(seen);
        odd.addTo(seen);
        return seen;
    }

    /** Over the bytes that neither end a line nor begin or end quotes. */
    private int skip(byte[] bytes, int from, int to) {
        return switch (state) {
            case CELL_START, UNQUOTED -> skipText(bytes, from, to);
            case QUOTED -> skipQuoted(bytes, from, to);
            default -> from;
        };
    }

    private int skipText(byte[] bytes, int from, int to) {
        int at = from;
        long stop = 0;
        while (at + EightBytes.COUNT <= to) {
            long eight = EightBytes.at(bytes, at);
            long cells = EightBytes.equal(eight, COMMAS);
            stop = EightBytes.less(eight, ABOVE_LINE_ENDS) | EightBytes.zero(eight ^ QUOTES);
            if (stop != 0) {
                commas += Long.bitCount(EightBytes.below(cells, stop));
                at += EightBytes.before(stop);
                break;
            }
            commas += Long.bitCount(cells);
            at += EightBytes.COUNT;
        }
        while (stop == 0 && at < to && bytes[at] != LF && bytes[at] != CR && bytes[at] != QUOTE) {
            commas += bytes[at] == COMMA ? 1 : 0;
            at++;
        }
        if (at > from) {
            state = bytes[at - 1] == COMMA ? State.CELL_START : State.UNQUOTED;
        }
        return at;
    }

    private int skipQuoted(byte[] bytes, int from, int to) {
        int at = from;
        while (at + EightBytes.COUNT <= to) {
            long eight = EightBytes.at(bytes, at);
            long lines = EightBytes.equal(eight, LFS);
            long stop = EightBytes.zero(eight ^ QUOTES);
            if (stop != 0) {
                line += Long.bitCount(EightBytes.below(lines, stop));
                return at + EightBytes.before(stop);
            }
            line += Long.bitCount(lines);
            at += EightBytes.COUNT;
        }
        while (at < to && bytes[at] != QUOTE) {
            line += bytes[at] == LF ? 1 : 0;
            at++;
        }
        return at;
    }

    /** Takes one byte; {@code next} is the place behind it in {@code bytes}. */
    private void step(byte value, byte[] bytes, int next) throws CorruptFileException {
        offset++;
        switch (state) {
            case CELL_START -> beginCell(value, bytes, next);
            case UNQUOTED -> unquoted(value, bytes, next);
            case QUOTED -> quoted(value);
            case QUOTE_IN_QUOTED -> afterQuote(value, bytes, next);
            case CR_AFTER_TEXT -> {
                if (value == LF) {
                    endLine(2, bytes, next);
                } else {
                    odd.loneReturn(place());
                    unquoted(value, bytes, next);
                }
            }
            case CR_AFTER_QUOTE -> {
                if (value != LF) {
                    throw new CorruptFileException(new Fault.TextAfterQuote(place(), offset - 2));
                }
                endLine(2, bytes, next);
            }
        }
    }

    private void beginCell(byte value, byte[] bytes, int next) throws CorruptFileException {
        if (offset - 1 == markBytes && markBytes < BYTE_ORDER_MARK.length) {
            if (value == BYTE_ORDER_MARK[markBytes]) {
                markBytes++;
                return;
            }
            if (markBytes > 0) {
                markBytes = -1;
                unquoted(value, bytes, next);
                return;
            }
        }
        if (value == QUOTE) {
            state = State.QUOTED;
            quoteOffset = offset - 1;
        } else {
            unquoted(value, bytes, next);
        }
    }

    private void unquoted(byte value, byte[] bytes, int next) throws CorruptFileException {
        switch (value) {
            case COMMA -> nextCell();
            case LF -> endLine(1, bytes, next);
            case CR -> state = State.CR_AFTER_TEXT;
            case QUOTE -> {
                state = State.UNQUOTED;
                odd.strayQuote(place(), offset - 1);
            }
            default -> state = State.UNQUOTED;
        }
    }

    private void quoted(byte value) {
        if (value == QUOTE) {
            state = State.QUOTE_IN_QUOTED;
        } else if (value == LF) {
            line++;
        }
    }

    private void afterQuote(byte value, byte[] bytes, int next) throws CorruptFileException {
        switch (value) {
            case QUOTE -> state = State.QUOTED;
            case COMMA -> nextCell();
            case LF -> endLine(1, bytes, next);
            case CR -> state = State.CR_AFTER_QUOTE;
            default -> throw new CorruptFileException(new Fault.TextAfterQuote(place(), offset - 1));
        }
    }

    private void nextCell() {
        commas++;
        state = State.CELL_START;
    }

    private void endLine(int lineEndBytes, byte[] bytes, int next) throws CorruptFileException {
        odd.lineEnd(lineEndBytes);
        endRecord(offset - lineEndBytes, bytes, next);
        line++;
        recordLine = line;
    }

    private void endRecord(long end, byte[] bytes, int next) throws CorruptFileException {
        if (header == null) {
            endHeader(end);
        } else {
            checkRecord(end, bytes, next);
        }
        record++;
        recordOffset = offset;
        commas = 0;
        equalToHeader = 0;
        state = State.CELL_START;
    }

    private void endHeader(long end) throws CorruptFileException {
        int mark = hasMark() ? BYTE_ORDER_MARK.length : 0;
        header = Header.of(Arrays.copyOfRange(headerBytes.toByteArray(), mark, (int) end));
        width = header.columns().size();
        headerEnd = offset;
        headerEndsInCrlf = odd.lineEnd() == LineEnd.CRLF;
    }

    private void checkRecord(long end, byte[] bytes, int next) throws CorruptFileException {
        if (end == recordOffset) {
            if (width > 1) {
                throw new CorruptFileException(new Fault.BlankLine(place()));
            }
            odd.blankRecord(place());
        }
        if (commas + 1 != width) {
            throw new CorruptFileException(new Fault.WidthDiffers(place(), width, commas + 1));
        }
        if (end - recordOffset == header.length() && equalsHeader(end, bytes, next)) {
            if (width > 1) {
                throw new CorruptFileException(new Fault.HeaderRepeated(place()));
            }
            odd.headerAsRecord(place());
        }
    }

    /** The record ends at {@code end}; what of it lies in this chunk is compared, the rest was compared before. */
    private boolean equalsHeader(long end, byte[] bytes, int next) {
        if (equalToHeader < 0) {
            return false;
        }
        int rest = header.length() - equalToHeader;
        int stop = next - (int) (offset - end);
        return rest <= 0 || header.continuesWith(equalToHeader, bytes, stop - rest, stop);
    }

    private void rememberEquality(byte[] bytes, int from, int to) {
        if (header == null || equalToHeader < 0) {
            return;
        }
        int open = (int) Math.min(to - from, offset - recordOffset);
        int compared = Math.min(open, header.length() - equalToHeader);
        equalToHeader = header.continuesWith(equalToHeader, bytes, to - open, to - open + compared)
                ? equalToHeader + compared
                : -1;
    }

    private boolean hasMark() {
        return markBytes == BYTE_ORDER_MARK.length;
    }

    private Place place() {
        return new Place(record, recordLine, recordOffset);
    }
}
