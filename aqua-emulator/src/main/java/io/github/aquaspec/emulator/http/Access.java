package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who may come in: bearer tokens that expire, basic credentials, access key headers. */
final class Access {

    private final Set<Credential> known;
    private final Clock clock;
    private final Settings settings;
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();

    /**
     * The door.
     *
     * @param known who may come in; empty lets anyone in who shows an id and a secret
     */
    Access(Set<Credential> known, Clock clock, Settings settings) {
        this.known = Set.copyOf(known);
        this.clock = clock;
        this.settings = settings;
    }

    /** A token for a client, if it is known. */
    Optional<String> token(String id, String secret) {
        if (!isKnown(id, secret)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        tokens.values().removeIf(end -> !now.isBefore(end));
        String token = UUID.randomUUID().toString().replace("-", "");
        tokens.put(token, now.plus(tokenLife()));
        return Optional.of(token);
    }

    /** How long a token is good for. */
    Duration tokenLife() {
        return Duration.ofSeconds(settings.get(Setting.TOKEN_SECONDS));
    }

    boolean allows(Request request) {
        Optional<String> authorization = request.header("Authorization");
        if (authorization.isPresent()) {
            return allows(authorization.get());
        }
        Optional<String> id = request.header("apiAccessKeyId");
        Optional<String> secret = request.header("apiSecretAccessKey");
        return id.isPresent() && secret.isPresent() && isKnown(id.get(), secret.get());
    }

    private boolean allows(String authorization) {
        String[] parts = authorization.strip().split("\\s+", 2);
        if (parts.length != 2) {
            return false;
        }
        if (parts[0].equalsIgnoreCase("Bearer")) {
            Instant end = tokens.get(parts[1]);
            return end != null && clock.instant().isBefore(end);
        }
        return parts[0].equalsIgnoreCase("Basic") && allowsBasic(parts[1]);
    }

    private boolean allowsBasic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon > 0 && isKnown(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isKnown(String id, String secret) {
        if (id.isBlank() || secret.isBlank()) {
            return false;
        }
        return known.isEmpty() || known.contains(new Credential(id, secret));
    }
}
