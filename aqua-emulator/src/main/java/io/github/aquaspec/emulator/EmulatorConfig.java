package io.github.aquaspec.emulator;

import io.github.aquaspec.emulator.http.Credential;
import io.github.aquaspec.emulator.job.Pace;
import io.github.aquaspec.emulator.setting.Setting;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How an emulator behaves. Start from {@link #defaults()} and change what matters.
 *
 * @param port 0 takes any free one
 * @param credentials who may come in; empty lets anyone in who shows an id and a secret
 * @param partners the registered partner ids; empty accepts any
 * @param clock what time it is, for tokens, start times and the pace
 * @param seed the sample data follow from it
 * @param scale how many times the base number of sample records, at least 1
 * @param newestApiVersion the version of queries that name none
 * @param tenantZone of dateTimes in files without {@code dateTimeUtc}, and of literals without an offset
 * @param dataCentreZone in which {@code incrementalTime} is meant
 * @param pace how fast clients see jobs move
 * @param directory where records, sessions, jobs and files stay when the emulator ends; absent, they go with it
 * @param settings values of settings at the start, where they are not the standard
 */
public record EmulatorConfig(
        int port,
        List<Credential> credentials,
        List<String> partners,
        Clock clock,
        long seed,
        int scale,
        String newestApiVersion,
        ZoneId tenantZone,
        ZoneId dataCentreZone,
        Pace pace,
        Optional<Path> directory,
        Map<Setting<?>, Object> settings) {

    public EmulatorConfig {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        }
        if (scale < 1) {
            throw new IllegalArgumentException("scale must be at least 1, not " + scale);
        }
        credentials = List.copyOf(credentials);
        partners = List.copyOf(partners);
        settings = Map.copyOf(settings);
    }

    /** Any free port, any credential, any partner, the system's clock, as fast as it can. */
    public static EmulatorConfig defaults() {
        ZoneId pacific = ZoneId.of("America/Los_Angeles");
        return new EmulatorConfig(
                0,
                List.of(),
                List.of(),
                Clock.systemUTC(),
                1,
                1,
                "145.0",
                pacific,
                pacific,
                new Pace.Immediate(),
                Optional.empty(),
                Map.of());
    }

    public EmulatorConfig withPort(int other) {
        return changed(d -> d.port = other);
    }

    public EmulatorConfig withCredentials(Credential... others) {
        return changed(d -> d.credentials = Arrays.asList(others));
    }

    public EmulatorConfig withPartners(String... others) {
        return changed(d -> d.partners = Arrays.asList(others));
    }

    public EmulatorConfig withClock(Clock other) {
        return changed(d -> d.clock = other);
    }

    public EmulatorConfig withSeed(long other) {
        return changed(d -> d.seed = other);
    }

    public EmulatorConfig withScale(int other) {
        return changed(d -> d.scale = other);
    }

    public EmulatorConfig withNewestApiVersion(String other) {
        return changed(d -> d.newestApiVersion = other);
    }

    public EmulatorConfig withTenantZone(ZoneId other) {
        return changed(d -> d.tenantZone = other);
    }

    public EmulatorConfig withDataCentreZone(ZoneId other) {
        return changed(d -> d.dataCentreZone = other);
    }

    public EmulatorConfig withPace(Pace other) {
        return changed(d -> d.pace = other);
    }

    public EmulatorConfig withDirectory(Path other) {
        return changed(d -> d.directory = Optional.of(other));
    }

    /** With another value for a setting. */
    public <T> EmulatorConfig with(Setting<T> setting, T value) {
        return changed(d -> {
            d.settings = new HashMap<>(settings);
            d.settings.put(setting, value);
        });
    }

    private EmulatorConfig changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** The same fields, open for one change. */
    private static final class Draft {
        private int port;
        private List<Credential> credentials;
        private List<String> partners;
        private Clock clock;
        private long seed;
        private int scale;
        private String newestApiVersion;
        private ZoneId tenantZone;
        private ZoneId dataCentreZone;
        private Pace pace;
        private Optional<Path> directory;
        private Map<Setting<?>, Object> settings;

        Draft(EmulatorConfig from) {
            this.port = from.port;
            this.credentials = from.credentials;
            this.partners = from.partners;
            this.clock = from.clock;
            this.seed = from.seed;
            this.scale = from.scale;
            this.newestApiVersion = from.newestApiVersion;
            this.tenantZone = from.tenantZone;
            this.dataCentreZone = from.dataCentreZone;
            this.pace = from.pace;
            this.directory = from.directory;
            this.settings = from.settings;
        }

        EmulatorConfig done() {
            return new EmulatorConfig(
                    port,
                    credentials,
                    partners,
                    clock,
                    seed,
                    scale,
                    newestApiVersion,
                    tenantZone,
                    dataCentreZone,
                    pace,
                    directory,
                    settings);
        }
    }
}
