package io.github.aquaspec.run.state;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of what was published last. The content of {@code columns.json}.
 *
 * @param identity whose records they are of
 * @param manifest the manifest's id
 * @param files the header of each query's data files, by their stem, in the order of the queries
 */
record PublishedColumns(TargetIdentity identity, String manifest, Map<String, List<String>> files) {

    PublishedColumns {
        if (manifest.isBlank()) {
            throw new IllegalArgumentException("a manifest has an id");
        }
        Map<String, List<String>> copy = new LinkedHashMap<>();
        files.forEach((file, columns) -> copy.put(file, List.copyOf(columns)));
        if (copy.isEmpty() || copy.values().stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("it names no file, or one without columns");
        }
        files = Collections.unmodifiableMap(copy);
    }
}
