package io.github.aquaspec.emulator.conformance;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where the vectors run, and as whom. A real tenant is given by system properties: {@code aqua.conformance.endpoint},
 * {@code .user}, {@code .password} and, for stateful vectors, {@code .partner}; vectors that need more than AQuA itself
 * are left out there.
 *
 * @param partner a registered partner, where there is one
 * @param isEmulator whether time can be moved, records changed and settings set
 */
record Tenant(URI base, String user, String password, Optional<String> partner, boolean isEmulator) {

    /** The tenant that the system properties name, if they do. */
    static Optional<Tenant> given() {
        return property("endpoint")
                .map(endpoint -> new Tenant(
                        URI.create(endpoint),
                        property("user").orElseThrow(),
                        property("password").orElseThrow(),
                        property("partner"),
                        false));
    }

    static Tenant emulator(URI base) {
        return new Tenant(base, "user@example.com", "secret", Optional.of("gooddata"), true);
    }

    String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty("aqua.conformance." + name));
    }
}
