package io.github.aquaspec.emulator.job;

/** The way to tell others that a job ended. */
public interface Callout {

    /**
     * Calls an address, once; whatever comes of it does not matter to the job.
     *
     * @param url with all placeholders replaced; whether it is one is for the callee to find out
     */
    void call(String url);
}
