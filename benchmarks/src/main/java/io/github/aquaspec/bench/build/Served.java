package io.github.aquaspec.bench.build;

import java.nio.file.Path;
import java.util.List;

/**
 * The result of a query.
 *
 * @param files one, or segments
 * @param format the word of the job
 * @param records in all files together
 * @param bytes of CSV in all files together
 */
record Served(List<Path> files, String format, long records, long bytes) {}
