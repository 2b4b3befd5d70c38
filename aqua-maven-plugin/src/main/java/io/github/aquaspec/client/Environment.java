package io.github.aquaspec.client;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Zuora's data centres and what runs in them (Zuora API reference, Introduction, Access to the API). */
public enum Environment {
    US("https://rest.zuora.com", Zones.PACIFIC),
    US_NA("https://rest.na.zuora.com", Zones.PACIFIC),
    US_SANDBOX("https://rest.apisandbox.zuora.com", Zones.PACIFIC),
    US_NA_SANDBOX("https://rest.sandbox.na.zuora.com", Zones.PACIFIC),
    US_TEST("https://rest.test.zuora.com", Zones.PACIFIC),
    US_PT("https://rest.pt1.zuora.com", Zones.PACIFIC),
    EU("https://rest.eu.zuora.com", Zones.UTC),
    EU_SANDBOX("https://rest.sandbox.eu.zuora.com", Zones.UTC),
    EU_TEST("https://rest.test.eu.zuora.com", Zones.UTC),
    AP("https://rest.ap.zuora.com", Zones.UNKNOWN),
    AP_TEST("https://rest.test.ap.zuora.com", Zones.UNKNOWN),
    /** Our own local server; its address is known when it runs. */
    EMULATOR(null, Zones.PACIFIC);

    /** The zone in which a data centre reads {@code incrementalTime} (Zuora API reference, Submit a query job). */
    private static final class Zones {
        static final Optional<ZoneId> PACIFIC = Optional.of(ZoneId.of("America/Los_Angeles"));
        static final Optional<ZoneId> UTC = Optional.of(ZoneOffset.UTC);
        static final Optional<ZoneId> UNKNOWN = Optional.empty();
    }

    private final Optional<URI> base;
    private final Optional<ZoneId> zone;

    Environment(String base, Optional<ZoneId> zone) {
        this.base = Optional.ofNullable(base).map(URI::create);
        this.zone = zone;
    }

    /** The name in a build, such as {@code us-sandbox}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The base URL; absent for the emulator. */
    public Optional<URI> base() {
        return base;
    }

    /** The zone of {@code incrementalTime}; absent where Zuora does not say. */
    public Optional<ZoneId> zone() {
        return zone;
    }

    public static Optional<Environment> named(String word) {
        return Arrays.stream(values()).filter(e -> e.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Environment::word).toList();
    }
}
