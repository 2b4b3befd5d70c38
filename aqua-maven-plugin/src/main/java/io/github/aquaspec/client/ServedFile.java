package io.github.aquaspec.client;

import java.io.InputStream;

/**
 * A result file on its way.
 *
 * @param bytes as Zuora serves them; a transfer that breaks ends in an {@link java.io.IOException}
 * @param endIsTold whether the transfer says where the file ends, by its length or by a last chunk. Otherwise the
 *     connection just ends, and a file that was cut looks like a whole one
 */
public record ServedFile(InputStream bytes, boolean endIsTold) {}
