package io.github.aquaspec.client;

import java.io.IOException;
import java.io.InputStream;

/** Takes in a result file while it arrives. */
@FunctionalInterface
public interface FileReader<T> {

    /**
     * Reads a file.
     *
     * @param served the bytes as Zuora serves them
     * @throws IOException when the transfer breaks, or what is read cannot be stored
     */
    T read(InputStream served) throws IOException;
}
