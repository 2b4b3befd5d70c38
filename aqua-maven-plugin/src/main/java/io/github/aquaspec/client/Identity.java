package io.github.aquaspec.client;

import java.time.Duration;
import java.util.Map;

/** How requests say who we are: the headers of each {@link Credential}, as they may be shown. */
public enum Identity {
    CLIENT_CREDENTIALS(Map.of("Authorization", "Bearer ••••")),
    BEARER_TOKEN(Map.of("Authorization", "Bearer ••••")),
    USER_PASSWORD(Map.of("Authorization", "Basic ••••")),
    KEY_PAIR(Map.of("apiAccessKeyId", "••••", "apiSecretAccessKey", "••••"));

    private final Map<String, String> headers;

    Identity(Map<String, String> headers) {
        this.headers = headers;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** How many tokens are asked for, where requests go out for so long and tokens live as long as Zuora's. */
    public long tokens(Duration time) {
        Duration use = Authenticator.use(Duration.ofSeconds(GetToken.USUAL_LIFE));
        return this == CLIENT_CREDENTIALS ? 1 + time.toSeconds() / use.toSeconds() : 0;
    }
}
