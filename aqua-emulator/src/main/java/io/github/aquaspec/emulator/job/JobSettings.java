package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.setting.EmulatedClock;
import io.github.aquaspec.emulator.setting.Settings;
import java.time.ZoneId;
import java.util.Set;

/**
 * What jobs depend on besides their request.
 *
 * @param partners the registered ones; empty accepts any
 * @param tenantZone of dateTimes in files, and of literals without an offset
 * @param dataCentreZone in which incrementalTime is meant
 * @param pace how fast clients see jobs move
 * @param settings choices that can change while jobs run
 */
public record JobSettings(
        Set<String> partners,
        ZoneId tenantZone,
        ZoneId dataCentreZone,
        EmulatedClock clock,
        Pace pace,
        Settings settings) {

    public JobSettings {
        partners = Set.copyOf(partners);
    }
}
