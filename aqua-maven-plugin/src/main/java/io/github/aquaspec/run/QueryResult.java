package io.github.aquaspec.run;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.snapshot.StoredFile;
import io.github.aquaspec.verify.VerifiedFile;

/**
 * What came of one query.
 *
 * @param query its place in the manifest, from 0
 * @param dataFile the name of the data file
 * @param batch what AQuA says about it
 * @param file what we found in it
 * @param stored how it lies in the snapshot
 */
public record QueryResult(int query, String dataFile, BatchReply batch, VerifiedFile file, StoredFile stored) {

    /** Whether it holds what changed; what Zuora does not mark so is everything. */
    public boolean isIncremental() {
        return batch.full().filter(full -> !full).isPresent();
    }
}
