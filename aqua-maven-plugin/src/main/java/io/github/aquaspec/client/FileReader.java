package io.github.aquaspec.client;

import java.io.IOException;

/** Takes in a result file while it arrives. */
@FunctionalInterface
public interface FileReader<T> {

    /**
     * Reads a file.
     *
     * @param served as Zuora serves it
     * @throws IOException when the transfer breaks, or what is read cannot be stored
     */
    T read(ServedFile served) throws IOException;
}
