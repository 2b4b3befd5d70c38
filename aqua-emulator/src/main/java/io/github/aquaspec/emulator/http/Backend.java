package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.data.Records;
import io.github.aquaspec.emulator.data.Store;
import io.github.aquaspec.emulator.job.Jobs;
import io.github.aquaspec.emulator.job.RequestReader;
import io.github.aquaspec.emulator.scenario.Scenarios;
import io.github.aquaspec.emulator.setting.EmulatedClock;
import io.github.aquaspec.emulator.setting.Settings;
import java.util.Set;

/**
 * What the server answers from.
 *
 * @param credentials who may come in; empty lets anyone in who shows an id and a secret
 * @param clock the emulator's time
 * @param settings choices that can change while it runs
 */
public record Backend(
        Set<Credential> credentials,
        EmulatedClock clock,
        Settings settings,
        Store store,
        Records records,
        RequestReader reader,
        Jobs jobs,
        NotifyCallout callouts,
        Scenarios scenarios,
        RequestLog log) {

    public Backend {
        credentials = Set.copyOf(credentials);
    }

    Served served() {
        Access access = new Access(credentials, clock, settings);
        IdempotencyKeys keys = new IdempotencyKeys(store, clock, settings);
        Minute tokens = new Minute(clock);
        Limits limits = new Limits(clock, settings);
        Routes routes = new Routes(
                access,
                keys,
                new TokenEndpoint(access, tokens, settings),
                new AquaEndpoints(reader, jobs, settings),
                new Describe(store.catalogue(), settings));
        Control control = control(keys, () -> {
            log.clear();
            limits.forget();
            tokens.clear();
        });
        return new Served(control, new Exchanges(control, routes, scenarios, log, limits));
    }

    /** Both sides of a server: what clients ask for, and what is asked of the emulator itself. */
    record Served(Control control, Exchanges exchanges) {}

    private Control control(IdempotencyKeys keys, Runnable noRequests) {
        ClockControl time = new ClockControl(clock, jobs::settle);
        Reset reset = new Reset()
                .with("scenarios", scenarios::clear)
                .with("settings", settings::reset)
                .with("jobs", () -> {
                    jobs.reset();
                    keys.clear();
                    callouts.clear();
                })
                .with("clock", time::toBase)
                .with("records", records::reset)
                .with("requests", noRequests);
        return new Control(
                new Observation(log, callouts),
                new ScenarioControl(scenarios),
                new SettingControl(settings),
                time,
                new RecordControl(records),
                new JobControl(jobs, settings),
                reset);
    }
}
