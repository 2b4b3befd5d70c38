package io.github.aquaspec.emulator.data;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One record for a person to look at.
 *
 * @param fields by API name in the catalogue's order; texts (dates and moments too), numbers, booleans, and null
 * @param deletedAt when it was deleted; absent while it lives
 */
public record StoredRecord(Map<String, Object> fields, Optional<Instant> deletedAt) {

    public StoredRecord {
        // Not Map.copyOf: that has neither nulls nor an order.
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
