package io.github.aquaspec.emulator.file;

import java.nio.file.Path;

/**
 * A finished result file.
 *
 * @param id what a client asks for it by: 32 hex characters
 * @param format its container
 * @param path where it lies
 * @param records data rows in it; the header does not count
 */
public record ResultFile(String id, FileFormat format, Path path, long records) {}
