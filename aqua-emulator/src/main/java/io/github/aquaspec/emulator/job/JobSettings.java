package io.github.aquaspec.emulator.job;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;

/**
 * What jobs depend on besides their request.
 *
 * @param partners the registered ones; empty accepts any
 * @param tenantZone of dateTimes in files, and of literals without an offset
 * @param dataCentreZone in which incrementalTime is meant
 * @param pace how fast clients see jobs move
 */
public record JobSettings(Set<String> partners, ZoneId tenantZone, ZoneId dataCentreZone, Clock clock, Pace pace) {

    public JobSettings {
        partners = Set.copyOf(partners);
    }
}
