package io.github.aquaspec.run.plan;

import io.github.aquaspec.verify.DecryptionKeys;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a run goes about it.
 *
 * @param polling how often jobs are asked for
 * @param parallelJobs how many jobs are under way at once
 * @param parallelDownloads how many files are fetched at once, over all jobs
 * @param zone in which the data centre reads and writes times that carry none, where known
 * @param strictness which findings keep a snapshot from being published
 * @param heals whether sessions are asked for everything since what was published last
 * @param runKey names this run of the build's manifests, where the build or what it runs in says so
 * @param fresh whether runs that were stopped before are given up
 * @param cancelsOnAbort whether jobs under way are cancelled when the build is stopped
 * @param acceptsColumns whether files may have other columns than those that were published last
 * @param keys what opens encrypted files; needed where a manifest asks for such
 */
public record RunSettings(
        Polling polling,
        int parallelJobs,
        int parallelDownloads,
        Optional<ZoneId> zone,
        Strictness strictness,
        boolean heals,
        Optional<String> runKey,
        boolean fresh,
        boolean cancelsOnAbort,
        boolean acceptsColumns,
        Optional<DecryptionKeys> keys) {

    public RunSettings {
        if (parallelJobs < 1 || parallelDownloads < 1) {
            throw new IllegalArgumentException("at least one at a time");
        }
    }

    /** The same under a run key. */
    public RunSettings under(String key) {
        return new RunSettings(
                polling,
                parallelJobs,
                parallelDownloads,
                zone,
                strictness,
                heals,
                Optional.of(key),
                fresh,
                cancelsOnAbort,
                acceptsColumns,
                keys);
    }

    /** The same with keys. */
    public RunSettings with(DecryptionKeys unlocked) {
        return new RunSettings(
                polling,
                parallelJobs,
                parallelDownloads,
                zone,
                strictness,
                heals,
                runKey,
                fresh,
                cancelsOnAbort,
                acceptsColumns,
                Optional.of(unlocked));
    }
}
