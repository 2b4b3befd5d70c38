package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.file.ResultFiles;
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
        RequestReader reader,
        Jobs jobs,
        ResultFiles files,
        Scenarios scenarios,
        RequestLog log) {

    public Backend {
        credentials = Set.copyOf(credentials);
    }

    Exchanges exchanges() {
        Access access = new Access(credentials, clock);
        Routes routes = new Routes(
                access,
                new TokenEndpoint(access),
                new AquaEndpoints(reader, jobs, files),
                new ControlEndpoints(log, scenarios));
        return new Exchanges(routes, scenarios, log, new Limits(clock));
    }
}
