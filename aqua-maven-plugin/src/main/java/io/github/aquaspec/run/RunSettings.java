package io.github.aquaspec.run;

/**
 * How a run goes about it.
 *
 * @param polling how often jobs are asked for
 * @param parallelJobs how many jobs are under way at once
 * @param parallelDownloads how many files are fetched at once, over all jobs
 */
public record RunSettings(Polling polling, int parallelJobs, int parallelDownloads) {

    public RunSettings {
        if (parallelJobs < 1 || parallelDownloads < 1) {
            throw new IllegalArgumentException("at least one at a time");
        }
    }
}
