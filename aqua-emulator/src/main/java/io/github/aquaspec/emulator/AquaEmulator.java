package io.github.aquaspec.emulator;

import io.github.aquaspec.emulator.data.Catalogue;
import io.github.aquaspec.emulator.data.SampleData;
import io.github.aquaspec.emulator.data.Store;
import io.github.aquaspec.emulator.file.ResultFiles;
import io.github.aquaspec.emulator.http.HttpFront;
import io.github.aquaspec.emulator.job.JobSettings;
import io.github.aquaspec.emulator.job.Jobs;
import io.github.aquaspec.emulator.job.RequestReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Set;

/**
 * A local AQuA server with sample data of its own. It speaks real HTTP on the loopback address, and answers from real
 * SQL over its records.
 */
public final class AquaEmulator implements AutoCloseable {

    private final Store store;
    private final ResultFiles files;
    private final Jobs jobs;
    private final HttpFront front;

    private AquaEmulator(EmulatorConfig config) throws IOException {
        this.store = Store.open(Catalogue.shipped());
        new SampleData(store, config.seed(), config.scale()).fill();
        this.files = new ResultFiles();
        this.jobs = Jobs.over(
                store,
                files,
                new JobSettings(
                        Set.copyOf(config.partners()),
                        config.tenantZone(),
                        config.dataCentreZone(),
                        config.clock(),
                        config.pace()));
        this.front = HttpFront.start(
                config.port(),
                Set.copyOf(config.credentials()),
                config.clock(),
                new RequestReader(config.newestApiVersion()),
                jobs,
                files);
    }

    /** An emulator on any free port that lets anyone in. */
    public static AquaEmulator start() {
        return start(EmulatorConfig.defaults());
    }

    /**
     * An emulator, ready to answer.
     *
     * @throws UncheckedIOException when the port is taken, or the temporary directory cannot be written
     */
    public static AquaEmulator start(EmulatorConfig config) {
        try {
            return new AquaEmulator(config);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the emulator on port " + config.port(), e);
        }
    }

    /** The base URL for clients, without a slash at the end. */
    public URI url() {
        return front.url();
    }

    /** Stops answering, and removes all records and files. */
    @Override
    public void close() {
        front.close();
        jobs.close();
        store.close();
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
