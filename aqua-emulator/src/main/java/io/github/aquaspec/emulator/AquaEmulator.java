package io.github.aquaspec.emulator;

import io.github.aquaspec.emulator.data.Catalogue;
import io.github.aquaspec.emulator.data.SampleData;
import io.github.aquaspec.emulator.data.Store;
import io.github.aquaspec.emulator.file.ResultFiles;
import io.github.aquaspec.emulator.http.Backend;
import io.github.aquaspec.emulator.http.HttpFront;
import io.github.aquaspec.emulator.http.RecordedRequest;
import io.github.aquaspec.emulator.http.RequestLog;
import io.github.aquaspec.emulator.job.JobSettings;
import io.github.aquaspec.emulator.job.Jobs;
import io.github.aquaspec.emulator.job.RequestReader;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.emulator.scenario.Scenarios;
import io.github.aquaspec.emulator.setting.EmulatedClock;
import io.github.aquaspec.emulator.setting.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A local AQuA server with sample data of its own. It speaks real HTTP on the loopback address, and answers from real
 * SQL over its records.
 */
public final class AquaEmulator implements AutoCloseable {

    private final EmulatorConfig config;
    private final EmulatedClock clock;
    private final Settings settings;
    private final Scenarios scenarios = new Scenarios();
    private final RequestLog log;
    private final Store store;
    private final ResultFiles files;
    private final Jobs jobs;
    private final HttpFront front;

    private AquaEmulator(EmulatorConfig config) throws IOException {
        this.config = config;
        this.clock = new EmulatedClock(config.clock(), Duration.ZERO);
        this.settings = new Settings(config.settings());
        this.log = new RequestLog(clock);
        this.store = Store.open(Catalogue.shipped(), config.tenantZone());
        new SampleData(store, config.seed(), config.scale()).fill();
        this.files = new ResultFiles();
        this.jobs = Jobs.over(
                store,
                files,
                new JobSettings(
                        Set.copyOf(config.partners()),
                        config.tenantZone(),
                        config.dataCentreZone(),
                        clock,
                        config.pace(),
                        settings));
        Backend backend = new Backend(
                Set.copyOf(config.credentials()),
                clock,
                settings,
                new RequestReader(config.newestApiVersion()),
                jobs,
                files,
                scenarios,
                log);
        try {
            this.front = HttpFront.start(config.port(), backend);
        } catch (IOException e) {
            closeAllButFront();
            throw e;
        }
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

    /** Lines for a person at the prompt: where it is, who may come in, and commands to paste. */
    public String greeting() {
        return Greeting.of(url(), config.credentials());
    }

    /** The emulator's time, which can be moved. */
    public EmulatedClock clock() {
        return clock;
    }

    /** What is set, and can be set anew. */
    public Settings settings() {
        return settings;
    }

    /** From now on misbehaves as the scenario says, on its usual occasion. */
    public void misbehave(Scenario scenario) {
        misbehave(scenario, scenario.usualOccasion());
    }

    /** From now on misbehaves as the scenario says, on the given occasion. */
    public void misbehave(Scenario scenario, Occasion occasion) {
        scenarios.add(scenario, occasion);
    }

    /** Takes all scenarios back. */
    public void behave() {
        scenarios.clear();
    }

    /** What came in so far, oldest first, without secrets; requests to {@code /emulator} do not count. */
    public List<RecordedRequest> requests() {
        return log.requests();
    }

    /** Stops answering, and removes all records and files. */
    @Override
    public void close() {
        front.close();
        try {
            closeAllButFront();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path resultDirectory() {
        return files.directory();
    }

    private void closeAllButFront() throws IOException {
        jobs.close();
        store.close();
        files.close();
    }
}
