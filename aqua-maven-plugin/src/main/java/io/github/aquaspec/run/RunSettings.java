package io.github.aquaspec.run;

import io.github.aquaspec.verify.DecryptionKeys;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a run goes about it.
 *
 * @param polling how often jobs are asked for
 * @param parallelJobs how many jobs are under way at once
 * @param parallelDownloads how many files are fetched at once, over all jobs
 * @param zone in which the data centre writes times that carry none
 * @param strictness which findings keep a snapshot from being published
 * @param keys what opens encrypted files; needed where a manifest asks for such
 */
public record RunSettings(
        Polling polling,
        int parallelJobs,
        int parallelDownloads,
        ZoneId zone,
        Strictness strictness,
        Optional<DecryptionKeys> keys) {

    public RunSettings {
        if (parallelJobs < 1 || parallelDownloads < 1) {
            throw new IllegalArgumentException("at least one at a time");
        }
    }

    /** The same with keys. */
    public RunSettings with(DecryptionKeys unlocked) {
        return new RunSettings(polling, parallelJobs, parallelDownloads, zone, strictness, Optional.of(unlocked));
    }
}
