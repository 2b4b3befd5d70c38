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
    US("https://rest.zuora.com", Zones.PACIFIC, Daily.PRODUCTION),
    US_NA("https://rest.na.zuora.com", Zones.PACIFIC, Daily.PRODUCTION),
    US_SANDBOX("https://rest.apisandbox.zuora.com", Zones.PACIFIC, Daily.API_SANDBOX),
    US_NA_SANDBOX("https://rest.sandbox.na.zuora.com", Zones.PACIFIC, Daily.API_SANDBOX),
    US_TEST("https://rest.test.zuora.com", Zones.PACIFIC, Daily.UNKNOWN),
    US_PT("https://rest.pt1.zuora.com", Zones.PACIFIC, Daily.UNKNOWN),
    EU("https://rest.eu.zuora.com", Zones.UTC, Daily.PRODUCTION),
    EU_SANDBOX("https://rest.sandbox.eu.zuora.com", Zones.UTC, Daily.API_SANDBOX),
    EU_TEST("https://rest.test.eu.zuora.com", Zones.UTC, Daily.UNKNOWN),
    AP("https://rest.ap.zuora.com", Zones.UNKNOWN, Daily.PRODUCTION),
    AP_TEST("https://rest.test.ap.zuora.com", Zones.UNKNOWN, Daily.UNKNOWN),
    /** Our own local server; its address is known when it runs. */
    EMULATOR(null, Zones.PACIFIC, Daily.UNKNOWN);

    /** The zone in which a data centre reads {@code incrementalTime} (Zuora API reference, Submit a query job). */
    private static final class Zones {
        static final Optional<ZoneId> PACIFIC = Optional.of(ZoneId.of("America/Los_Angeles"));
        static final Optional<ZoneId> UTC = Optional.of(ZoneOffset.UTC);
        static final Optional<ZoneId> UNKNOWN = Optional.empty();
    }

    /**
     * How many requests a tenant may send in a day (Zuora developer guide, Rate limits). Developer and central sandboxes
     * have one host and limits of their own.
     */
    private static final class Daily {
        static final Optional<Integer> PRODUCTION = Optional.of(27_000_000);
        static final Optional<Integer> API_SANDBOX = Optional.of(10_000);
        static final Optional<Integer> UNKNOWN = Optional.empty();
    }

    private final Optional<URI> base;
    private final Optional<ZoneId> zone;
    private final Optional<Integer> requestsPerDay;

    Environment(String base, Optional<ZoneId> zone, Optional<Integer> requestsPerDay) {
        this.base = Optional.ofNullable(base).map(URI::create);
        this.zone = zone;
        this.requestsPerDay = requestsPerDay;
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

    /** How many requests of a tenant it takes in a day; absent where that is not known of the environment alone. */
    public Optional<Integer> requestsPerDay() {
        return requestsPerDay;
    }

    public static Optional<Environment> named(String word) {
        return Arrays.stream(values()).filter(e -> e.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Environment::word).toList();
    }
}
