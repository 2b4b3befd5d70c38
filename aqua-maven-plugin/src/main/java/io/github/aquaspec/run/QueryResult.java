package io.github.aquaspec.run;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.snapshot.StoredFile;
import io.github.aquaspec.verify.FirstColumn;
import io.github.aquaspec.verify.VerifiedFile;
import java.util.List;
import java.util.Optional;

/**
 * What came of one query.
 *
 * @param query its place in the manifest, from 0
 * @param dataFile the name of the data file
 * @param batch what AQuA says about it
 * @param file what we found in it
 * @param stored how it lies in the snapshot
 * @param flags what its first column holds, of a query with a deleted column
 */
public record QueryResult(
        int query,
        String dataFile,
        BatchReply batch,
        VerifiedFile file,
        StoredFile stored,
        Optional<FirstColumn> flags) {

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

    /** The length of the data file in bytes. */
    public long bytes() {
        return stored.bytes();
    }

    /** The sum of the data file, in hexadecimal digits. */
    public String sha256() {
        return stored.sha256();
    }

    /** Whether it holds what changed; what Zuora does not mark so is everything. */
    public boolean isIncremental() {
        return batch.full().filter(full -> !full).isPresent();
    }
}
