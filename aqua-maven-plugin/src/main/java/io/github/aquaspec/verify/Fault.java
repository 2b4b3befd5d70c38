package io.github.aquaspec.verify;

import java.util.List;
import java.util.Optional;

/** What is wrong with a file: each is fatal, since the data would be incomplete or mean something else. */
public sealed interface Fault {

    /** One precise sentence, without a full stop, about this case. */
    String sentence();

    /** Not one byte of CSV, not even a header. */
    record Empty() implements Fault {
        @Override
        public String sentence() {
            return "the file is empty: not even a header";
        }
    }

    /**
     * The body is something else than what was asked for.
     *
     * @param expected what the job asked for, or CSV for what lies inside a container
     * @param inside the container in which it lies, empty for the served body itself
     * @param found what the first bytes look like
     * @param excerpt at most 200 printable characters of the start
     */
    record NotData(Container expected, Optional<Container> inside, Shape found, String excerpt) implements Fault {
        @Override
        public String sentence() {
            String where = inside.map(container -> " inside the " + container.word() + " file")
                    .orElse("");
            boolean twice =
                    inside.filter(container -> container.shape() == found).isPresent();
            return "expected " + expected.word() + where + ", found " + found.word()
                    + (twice ? " once more, as a proxy makes it that compresses what is compressed" : "");
        }
    }

    /**
     * The bytes stop inside the container.
     *
     * @param container what was being read
     * @param servedBytes how many bytes came
     */
    record Truncated(Container container, long servedBytes) implements Fault {
        @Override
        public String sentence() {
            return "the " + container.word() + " file stops after " + servedBytes + " bytes, before its end";
        }
    }

    /**
     * The container's own structure is broken.
     *
     * @param container what was being read
     * @param what which part, in the format's words
     * @param offset served bytes before it
     */
    record Damaged(Container container, String what, long offset) implements Fault {
        @Override
        public String sentence() {
            return "the " + container.word() + " file is damaged near byte " + offset + ": " + what;
        }
    }

    /**
     * CRC-32 over the content differs from the one in the container.
     *
     * @param container what was being read
     * @param expected as stored
     * @param actual as computed
     */
    record ChecksumDiffers(Container container, long expected, long actual) implements Fault {
        @Override
        public String sentence() {
            return String.format("the %s checksum is %08x, its content's is %08x", container.word(), expected, actual);
        }
    }

    /**
     * The content's length differs from the one in the container.
     *
     * @param container what was being read
     * @param expected as stored, in bytes; for gzip modulo 2^32
     * @param actual as counted
     */
    record LengthDiffers(Container container, long expected, long actual) implements Fault {
        @Override
        public String sentence() {
            return "the " + container.word() + " file announces " + expected + " bytes of content and holds " + actual;
        }
    }

    /**
     * Bytes stand behind the end of the container.
     *
     * @param container what was being read
     * @param offset where its end is
     */
    record TrailingBytes(Container container, long offset) implements Fault {
        @Override
        public String sentence() {
            return "the " + container.word() + " file ends at byte " + offset + ", and more bytes follow";
        }
    }

    /**
     * An archive has to hold exactly one entry.
     *
     * @param count how many it holds
     */
    record EntryCount(long count) implements Fault {
        @Override
        public String sentence() {
            return "the zip file holds " + count + " entries, expected exactly one";
        }
    }

    /**
     * The archive's entry is no plain file we read.
     *
     * @param why what it is
     */
    record UnreadableEntry(String why) implements Fault {
        @Override
        public String sentence() {
            return "the entry of the zip file is " + why;
        }
    }

    /**
     * More bytes than allowed.
     *
     * @param limit the limit, in bytes
     */
    record TooLarge(long limit) implements Fault {
        @Override
        public String sentence() {
            return "the file is larger than the limit of " + limit + " bytes";
        }
    }

    /**
     * Expands like a decompression bomb.
     *
     * @param limit highest ratio allowed
     * @param compressedBytes bytes read so far
     * @param contentBytes what they became
     */
    record RatioTooHigh(int limit, long compressedBytes, long contentBytes) implements Fault {
        @Override
        public String sentence() {
            return compressedBytes + " compressed bytes grew to " + contentBytes + ", more than " + limit + ":1";
        }
    }

    /** The first line names no column. */
    record NoHeader() implements Fault {
        @Override
        public String sentence() {
            return "the first line names no column";
        }
    }

    /**
     * The header has no end in sight.
     *
     * @param limit longest header read, in bytes
     */
    record HeaderTooLong(int limit) implements Fault {
        @Override
        public String sentence() {
            return "the header is longer than " + limit + " bytes";
        }
    }

    /**
     * A record equals the header: files were concatenated.
     *
     * @param where the record
     */
    record HeaderRepeated(Place where) implements Fault {
        @Override
        public String sentence() {
            return where + " repeats the header";
        }
    }

    /**
     * A segment's header is not the first segment's.
     *
     * @param expected columns of the first segment
     * @param found columns of this one
     */
    record SegmentHeaderDiffers(List<String> expected, List<String> found) implements Fault {

        /** Longest header that is quoted, in characters. */
        private static final int LONGEST = 120;

        public SegmentHeaderDiffers {
            expected = List.copyOf(expected);
            found = List.copyOf(found);
        }

        @Override
        public String sentence() {
            if (expected.equals(found)) {
                return "the header of this segment is not byte for byte the first segment's, though it names the same "
                        + expected.size() + " columns";
            }
            List<String> columns = List.of(named(found), named(expected));
            return columns.stream().allMatch(text -> text.length() <= LONGEST)
                    ? "the header of this segment is " + columns.get(0) + ", the first segment's " + columns.get(1)
                    : "the header of this segment has " + found.size() + " columns, the first segment's "
                            + expected.size() + ", and column " + firstDifference() + " is the first that differs";
        }

        private static String named(List<String> columns) {
            return String.join(",", columns).replaceAll("\\p{Cntrl}", " ");
        }

        /** Counted from 1. */
        private int firstDifference() {
            int same = 0;
            while (same < Math.min(expected.size(), found.size())
                    && expected.get(same).equals(found.get(same))) {
                same++;
            }
            return same + 1;
        }
    }

    /**
     * A record is wider or narrower than the header.
     *
     * @param where the record
     * @param expected columns of the header
     * @param found cells of the record
     */
    record WidthDiffers(Place where, long expected, long found) implements Fault {
        @Override
        public String sentence() {
            return where + " has " + found + (found == 1 ? " cell" : " cells") + ", the header " + expected;
        }
    }

    /**
     * An empty line among records of several columns.
     *
     * @param where the line
     */
    record BlankLine(Place where) implements Fault {
        @Override
        public String sentence() {
            return where + " is a blank line";
        }
    }

    /**
     * The file ends inside a quoted cell.
     *
     * @param where the record
     * @param quoteOffset where the quote was opened, in bytes from the start of the CSV
     */
    record OpenQuote(Place where, long quoteOffset) implements Fault {
        @Override
        public String sentence() {
            return "the quote opened at byte " + quoteOffset + " in " + where + " is never closed";
        }
    }

    /**
     * Text between a closing quote and the next comma, which readers understand in different ways.
     *
     * @param where the record
     * @param offset of the first such byte
     */
    record TextAfterQuote(Place where, long offset) implements Fault {
        @Override
        public String sentence() {
            return "text follows a closing quote at byte " + offset + " in " + where;
        }
    }

    /** The job asked for encrypted files, and this is none. */
    record NotEncrypted() implements Fault {
        @Override
        public String sentence() {
            return "the file is not encrypted, though the job asks for it";
        }
    }

    /**
     * A wrapping inside a wrapping of its kind.
     *
     * @param container which one
     */
    record WrappedTwice(Container container) implements Fault {
        @Override
        public String sentence() {
            return "the file is wrapped in " + container.word() + " twice";
        }
    }

    /**
     * The message is for other keys than ours.
     *
     * @param wanted ids of the keys that it names
     * @param ours ids of the keys that we have
     */
    record NoKey(List<String> wanted, List<String> ours) implements Fault {
        public NoKey {
            wanted = List.copyOf(wanted);
            ours = List.copyOf(ours);
        }

        @Override
        public String sentence() {
            return "it is encrypted for key " + String.join(", ", wanted) + ", and we have " + String.join(", ", ours);
        }
    }

    /** The message opens with a passphrase of its own and names no key. */
    record PassphraseOnly() implements Fault {
        @Override
        public String sentence() {
            return "it is encrypted with a passphrase, not for a key";
        }
    }

    /** The message carries no modification detection code, so anybody could have changed it. */
    record NoIntegrityProtection() implements Fault {
        @Override
        public String sentence() {
            return "the OpenPGP message has no integrity protection";
        }
    }

    /** The message's own integrity check does not hold. */
    record IntegrityCheckFailed() implements Fault {
        @Override
        public String sentence() {
            return "the integrity check of the OpenPGP message fails: it was cut or changed";
        }
    }

    /** Of plain CSV the last line has no end, and no two transfers bring the same: some of them are cut. */
    record LastLineOpen() implements Fault {
        @Override
        public String sentence() {
            return "its last line has no end, and each transfer brings another one";
        }
    }

    /** The same where the connection just ended, so that two that are cut alike cannot be told from whole ones. */
    record EndUntold() implements Fault {
        @Override
        public String sentence() {
            return "its last line has no end, and nothing but the end of the connection says that the file is whole";
        }
    }
}
