package io.github.aquaspec.verify;

import java.io.IOException;

/** Bytes in a row that count how many of them were taken. */
interface ByteSource {

    /**
     * Fills up to {@code length} bytes.
     *
     * @return how many, at least 1, or −1 at the end
     * @throws IOException when the source fails
     * @throws CorruptFileException when what the bytes come from is broken or too large
     */
    int read(byte[] into, int from, int length) throws IOException, CorruptFileException;

    /** How many bytes were read. */
    long bytes();
}
