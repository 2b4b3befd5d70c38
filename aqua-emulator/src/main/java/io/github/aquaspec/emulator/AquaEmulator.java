package io.github.aquaspec.emulator;

import io.github.aquaspec.emulator.data.Catalogue;
import io.github.aquaspec.emulator.data.Records;
import io.github.aquaspec.emulator.data.SampleData;
import io.github.aquaspec.emulator.data.Store;
import io.github.aquaspec.emulator.file.ResultFiles;
import io.github.aquaspec.emulator.http.Backend;
import io.github.aquaspec.emulator.http.HttpFront;
import io.github.aquaspec.emulator.http.NotifyCallout;
import io.github.aquaspec.emulator.http.RecordedRequest;
import io.github.aquaspec.emulator.http.RequestLog;
import io.github.aquaspec.emulator.http.Script;
import io.github.aquaspec.emulator.http.ScriptFailure;
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
import java.util.ArrayDeque;
import java.util.Deque;
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
    private final Records records;
    private final ResultFiles files;
    private final NotifyCallout callouts = new NotifyCallout();
    private final HttpFront front;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private AquaEmulator(EmulatorConfig config) throws IOException {
        this.config = config;
        this.settings = new Settings(config.settings());
        try {
            this.store =
                    opened(Store.open(Catalogue.shipped(), config.tenantZone(), config.clock(), config.directory()));
            this.records = new Records(store, sample());
            this.clock = store.clock();
            this.log = new RequestLog(clock);
            this.files = opened(
                    config.directory().isPresent()
                            ? new ResultFiles(config.directory().get().resolve("files"))
                            : new ResultFiles());
            Jobs jobs = opened(Jobs.over(store, files, tenant(), callouts));
            Backend backend = new Backend(
                    Set.copyOf(config.credentials()),
                    clock,
                    settings,
                    store,
                    records,
                    new RequestReader(config.newestApiVersion(), settings),
                    jobs,
                    callouts,
                    scenarios,
                    log);
            this.front = opened(HttpFront.start(config.port(), backend));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private JobSettings tenant() {
        return new JobSettings(
                Set.copyOf(config.partners()),
                config.tenantZone(),
                config.dataCentreZone(),
                clock,
                config.pace(),
                settings);
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    /** An emulator on any free port that lets anyone in. */
    public static AquaEmulator start() {
        return start(EmulatorConfig.defaults());
    }

    /**
     * An emulator, ready to answer.
     *
     * @throws UncheckedIOException when the port is taken, or a directory cannot be written
     * @throws io.github.aquaspec.emulator.data.StoreRefused when the directory can't be used
     */
    public static AquaEmulator start(EmulatorConfig config) {
        try {
            return new AquaEmulator(config);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the emulator: " + e.getMessage(), e);
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

    /** The records, which can be changed while jobs run. */
    public Records records() {
        return records;
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

    /**
     * Does what a script says: blocks of {@code METHOD /emulator/…} and JSON, in their order.
     *
     * @param name of the script, for messages
     * @throws ScriptFailure at the first block that is refused, with its line and what would be right
     */
    public void apply(String name, String text) {
        front.control().apply(Script.read(name, text));
    }

    /** What came in so far, oldest first, without secrets; requests to {@code /emulator} do not count. */
    public List<RecordedRequest> requests() {
        return log.requests();
    }

    /** The addresses that ended jobs called, and what came of it, oldest first. */
    public List<NotifyCallout.Call> callouts() {
        return callouts.calls();
    }

    /** Stops answering, and removes all records and files that no directory keeps. */
    @Override
    public void close() {
        RuntimeException trouble = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (RuntimeException e) {
                trouble = e;
            } catch (Exception e) {
                trouble = new IllegalStateException("the emulator does not close", e);
            }
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    Path resultDirectory() {
        return files.directory();
    }

    private SampleData sample() {
        SampleData sample = new SampleData(store, config.seed(), config.scale());
        sample.begin();
        return sample;
    }
}
