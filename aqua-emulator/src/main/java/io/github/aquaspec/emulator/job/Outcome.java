package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.file.ResultFile;
import io.github.aquaspec.emulator.job.JobView.Batch;
import java.util.List;

/**
 * What became of one query.
 *
 * @param batch as it is told when the query is seen to be over
 * @param kind what it means to the job
 * @param files its results, to be published together with the batch
 */
record Outcome(Batch batch, Kind kind, List<ResultFile> files) {

    /** What the end of a query means to its job. */
    enum Kind {
        /** It has its result. */
        DONE,
        /** It was ignored; the job goes on. */
        IGNORED,
        /** It failed, and the job with it. */
        FAILED
    }

    Outcome {
        files = List.copyOf(files);
    }
}
