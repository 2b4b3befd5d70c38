package io.github.aquaspec.verify.cell;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which values the first column holds, each with its number of records, in a file where they are few: flags. Memory is
 * bounded; a long cell is known by its beginning, and of many different cells all but the first are counted together.
 *
 * @param records how often each value occurs
 * @param others records whose value is none of these, because there were too many different ones
 */
public record FirstColumn(Map<String, Long> records, long others) {

    public FirstColumn {
        records = Map.copyOf(records);
    }

    /** How many records hold a value. */
    public long of(String value) {
        return records.getOrDefault(value, 0L);
    }

    /** The values in the order of their letters, without those that were too many. */
    public Set<String> values() {
        return new TreeMap<>(records).keySet();
    }

    /** This column and another below it. */
    public FirstColumn and(FirstColumn other) {
        Map<String, Long> all = new TreeMap<>(records);
        other.records().forEach((value, count) -> all.merge(value, count, Long::sum));
        return new FirstColumn(all, others + other.others());
    }
}
