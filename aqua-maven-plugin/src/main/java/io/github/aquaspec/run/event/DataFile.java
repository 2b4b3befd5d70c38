package io.github.aquaspec.run.event;

import io.github.aquaspec.snapshot.StoredFile;
import io.github.aquaspec.verify.VerifiedFile;
import io.github.aquaspec.verify.cell.FirstColumn;
import java.util.Optional;

/**
 * A data file of a snapshot.
 *
 * @param content what we found in it
 * @param stored how it lies in the snapshot
 * @param flags what its first column holds, of a query with a deleted column
 */
public record DataFile(VerifiedFile content, StoredFile stored, Optional<FirstColumn> flags) {

    /** Its name in the snapshot. */
    public String name() {
        return stored.name();
    }

    /** Its length in bytes. */
    public long bytes() {
        return stored.bytes();
    }

    /** Its sum, in hexadecimal digits. */
    public String sha256() {
        return stored.sha256();
    }

    /** How many records it holds. */
    public long records() {
        return content.records();
    }
}
