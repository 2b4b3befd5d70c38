package io.github.aquaspec.verify;

import java.util.List;

/**
 * Finds NUL bytes and what is not UTF-8 (overlong forms, surrogates and code points past U+10FFFF included) while the
 * bytes pass, eight at a time where they are ASCII.
 */
final class TextBytes {

    private long offset;
    private long nuls;
    private long firstNul;
    private long invalid;
    private long firstInvalid;
    private long sequenceStart;
    private int missing;
    private int lowest;
    private int highest;

    void accept(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (missing == 0) {
                int text = skipText(bytes, at, to);
                offset += text - at;
                at = text;
                if (at == to) {
                    return;
                }
            }
            take(bytes[at] & 0xff);
            offset++;
            at++;
        }
    }

    void finish(List<Observation> observations) {
        if (missing > 0) {
            countInvalid();
        }
        if (nuls > 0) {
            observations.add(new Observation.NulBytes(nuls, firstNul));
        }
        if (invalid > 0) {
            observations.add(new Observation.InvalidUtf8(invalid, firstInvalid));
        }
    }

    /** The first position that is not ASCII text: no byte of a longer sequence, no NUL. */
    private static int skipText(byte[] bytes, int from, int to) {
        int at = from;
        while (at + EightBytes.COUNT <= to) {
            long eight = EightBytes.at(bytes, at);
            long odd = EightBytes.high(eight) | EightBytes.zero(eight);
            if (odd != 0) {
                return at + EightBytes.before(odd);
            }
            at += EightBytes.COUNT;
        }
        while (at < to && bytes[at] > 0) {
            at++;
        }
        return at;
    }

    private void take(int value) {
        if (missing == 0) {
            begin(value);
        } else if (value >= lowest && value <= highest) {
            missing--;
            expect(missing, 0x80, 0xbf);
        } else {
            countInvalid();
            missing = 0;
            begin(value);
        }
    }

    /** Table 3-7 of the Unicode standard: well-formed UTF-8 byte sequences. */
    private void begin(int lead) {
        sequenceStart = offset;
        if (lead == 0) {
            firstNul = nuls++ == 0 ? offset : firstNul;
        } else if (lead >= 0xc2 && lead <= 0xdf) {
            expect(1, 0x80, 0xbf);
        } else if (lead >= 0xe0 && lead <= 0xef) {
            expect(2, lead == 0xe0 ? 0xa0 : 0x80, lead == 0xed ? 0x9f : 0xbf);
        } else if (lead >= 0xf0 && lead <= 0xf4) {
            expect(3, lead == 0xf0 ? 0x90 : 0x80, lead == 0xf4 ? 0x8f : 0xbf);
        } else if (lead >= 0x80) {
            countInvalid();
        }
    }

    private void expect(int bytes, int low, int high) {
        missing = bytes;
        lowest = low;
        highest = high;
    }

    private void countInvalid() {
        firstInvalid = invalid++ == 0 ? sequenceStart : firstInvalid;
    }
}
