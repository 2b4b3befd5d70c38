package io.github.aquaspec.run.plan;

import io.github.aquaspec.spec.model.Encryption;
import io.github.aquaspec.spec.model.Format;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.Output;
import io.github.aquaspec.verify.Container;

/** How the data files of a snapshot lie on the disk. */
public enum Packing {
    /** As CSV. */
    PLAIN,
    /** As gzip that we make of the CSV. */
    COMPRESSED,
    /** As gzip, in the very bytes that Zuora served, where one file of Zuora's becomes one of ours. */
    AS_SERVED;

    private static final String GZIP_SUFFIX = ".csv.gz";

    public static Packing of(JobSpec spec) {
        if (spec.output().compression() == Output.Compression.NONE) {
            return PLAIN;
        }
        boolean comesAsGzip = spec.results().effectiveFormat() == Format.GZIP
                && spec.results().effectiveEncryption() != Encryption.PGP;
        return comesAsGzip ? AS_SERVED : COMPRESSED;
    }

    /** What stands behind the stem of a file. */
    String suffix() {
        return this == PLAIN ? ".csv" : GZIP_SUFFIX;
    }

    /** What a data file of this name is. */
    public static Container containerOf(String name) {
        return name.endsWith(GZIP_SUFFIX) ? Container.GZIP : Container.CSV;
    }
}
