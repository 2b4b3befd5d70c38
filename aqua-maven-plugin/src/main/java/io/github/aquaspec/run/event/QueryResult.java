package io.github.aquaspec.run.event;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.verify.Observation;
import io.github.aquaspec.verify.VerifiedSegment;
import io.github.aquaspec.verify.cell.CellFinding;
import io.github.aquaspec.verify.cell.FirstColumn;
import java.util.List;
import java.util.Optional;

/**
 * What came of one query.
 *
 * @param query its place in the manifest, from 0
 * @param batch what AQuA says about it
 * @param files its data files: one, or one per segment where the manifest keeps them apart; all have one header
 * @param cells what does not hold of their cells
 */
public record QueryResult(int query, BatchReply batch, List<DataFile> files, List<CellFinding> cells) {

    public QueryResult {
        files = List.copyOf(files);
        cells = List.copyOf(cells);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a query leaves at least one file");
        }
    }

    /** AQuA's name of the query, if it has one. */
    public Optional<String> name() {
        return batch.name();
    }

    public Optional<String> batchId() {
        return batch.batchId();
    }

    /** The ids of the result files at Zuora, in order. */
    public List<String> fileIds() {
        return batch.files();
    }

    /** How many records Zuora announces; not asked for in every manifest. */
    public Optional<Long> announced() {
        return batch.recordCount();
    }

    /** How many records there are, over all files. */
    public long records() {
        return files.stream().mapToLong(DataFile::records).sum();
    }

    /** The columns, decoded. */
    public List<String> header() {
        return files.get(0).content().header();
    }

    /** What is odd, over all files. */
    public List<Observation> observations() {
        return files.stream()
                .flatMap(file -> file.content().observations().stream())
                .toList();
    }

    /** The bodies as served, in order. */
    public List<VerifiedSegment> served() {
        return files.stream()
                .flatMap(file -> file.content().segments().stream())
                .toList();
    }

    /** What the first column holds, over all files, of a query with a deleted column. */
    public Optional<FirstColumn> flags() {
        return files.stream().flatMap(file -> file.flags().stream()).reduce(FirstColumn::and);
    }

    /** How many records its deleted column marks; 0 of a query without one. */
    public long deleted() {
        return flags().map(flags -> flags.of("1") + flags.of("true")).orElse(0L);
    }

    /** The length of the data files in bytes. */
    public long bytes() {
        return files.stream().mapToLong(DataFile::bytes).sum();
    }

    /** Whether it holds what changed; what Zuora does not mark so is everything. */
    public boolean isIncremental() {
        return batch.full().filter(full -> !full).isPresent();
    }
}
