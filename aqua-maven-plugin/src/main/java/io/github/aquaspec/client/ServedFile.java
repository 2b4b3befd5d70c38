package io.github.aquaspec.client;

import io.github.aquaspec.http.CountedInput;
import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * A result file on its way.
 *
 * @param bytes as Zuora serves them; a transfer that breaks ends in an {@link java.io.IOException}
 * @param endIsTold whether the transfer says where the file ends, by its length or by a last chunk. Otherwise the
 *     connection just ends, and a file that was cut looks like a whole one
 */
public record ServedFile(InputStream bytes, boolean endIsTold) {

    /** The same, with what is read of it counted. */
    ServedFile counted(LongConsumer counter) {
        return new ServedFile(new CountedInput(bytes, counter), endIsTold);
    }
}
