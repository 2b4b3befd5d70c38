package io.github.aquaspec.verify;

import java.io.IOException;

/** The bytes of the CSV, freed from what they came in. */
interface Content {

    /**
     * Fills up to {@code length} bytes.
     *
     * @return how many, at least 1, or −1 when the container has been read to its proven end
     * @throws IOException when the source under it fails
     * @throws CorruptFileException when the container is broken
     */
    int read(byte[] into, int from, int length) throws IOException, CorruptFileException;

    /** Served bytes that the content read so far was made of. */
    long consumed();

    /** Fills the array as far as the content reaches; returns how many bytes that was. */
    static int fill(Content content, byte[] into) throws IOException, CorruptFileException {
        int filled = 0;
        while (filled < into.length) {
            int read = content.read(into, filled, into.length - filled);
            if (read < 0) {
                break;
            }
            filled += read;
        }
        return filled;
    }
}
