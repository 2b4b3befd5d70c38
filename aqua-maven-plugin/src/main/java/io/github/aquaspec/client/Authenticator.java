package io.github.aquaspec.client;

import io.github.aquaspec.client.Credential.BearerToken;
import io.github.aquaspec.client.Credential.ClientCredentials;
import io.github.aquaspec.client.Credential.KeyPair;
import io.github.aquaspec.client.Credential.UserPassword;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The headers that say who we are. A token is got when it is first needed, and again before it expires or when a server
 * no longer takes it; of many threads one asks and the others wait for it.
 */
final class Authenticator {

    /** Zuora's own advice (Zuora developer guide, Error handling). */
    private static final Duration EARLY = Duration.ofMinutes(5);

    private final Credential credential;
    private final Clock clock;
    private final Redaction redaction;
    private final SingleFlight<GetToken.Token> flight = new SingleFlight<>();
    private Optional<Held> held = Optional.empty();

    /** Gets a token; the caller does the talking. */
    @FunctionalInterface
    interface TokenSource {
        GetToken.Token get(GetToken operation) throws CallFailedException, InterruptedException;
    }

    private record Held(GetToken.Token token, Instant staleAt) {}

    Authenticator(Credential credential, Clock clock, Redaction redaction) {
        this.credential = credential;
        this.clock = clock;
        this.redaction = redaction;
        redaction.add(credential.secret());
    }

    /** The headers of a request. */
    Map<String, String> headers(TokenSource source) throws CallFailedException, InterruptedException {
        if (credential instanceof UserPassword basic) {
            String pair = basic.user() + ":" + basic.secret().reveal();
            String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            redaction.add(Secret.of(encoded));
            return Map.of("Authorization", "Basic " + encoded);
        }
        if (credential instanceof KeyPair pair) {
            return Map.of(
                    "apiAccessKeyId",
                    pair.keyId(),
                    "apiSecretAccessKey",
                    pair.secret().reveal());
        }
        if (credential instanceof BearerToken bearer) {
            return Map.of("Authorization", "Bearer " + bearer.secret().reveal());
        }
        return Map.of("Authorization", "Bearer " + token((ClientCredentials) credential, source));
    }

    /**
     * Forgets the token of a refused request, so that the next one gets a new one. A newer one stays: somebody else was
     * refused first.
     *
     * @return false if there is none to renew
     */
    synchronized boolean renew(Map<String, String> refused) {
        if (!(credential instanceof ClientCredentials)) {
            return false;
        }
        held = held.filter(
                h -> !refused.containsValue("Bearer " + h.token().value().reveal()));
        return true;
    }

    private String token(ClientCredentials credentials, TokenSource source)
            throws CallFailedException, InterruptedException {
        Optional<GetToken.Token> good = good();
        GetToken.Token token = good.isPresent() ? good.get() : flight.get(() -> renewed(credentials, source));
        return token.value().reveal();
    }

    /** Somebody may have landed with a new one since we looked. */
    private GetToken.Token renewed(ClientCredentials credentials, TokenSource source)
            throws CallFailedException, InterruptedException {
        Optional<GetToken.Token> good = good();
        if (good.isPresent()) {
            return good.get();
        }
        GetToken.Token token = source.get(new GetToken(credentials, redaction::add));
        hold(new Held(token, clock.instant().plus(use(token.life()))));
        return token;
    }

    /** How long a token is used. */
    static Duration use(Duration life) {
        Duration half = life.dividedBy(2);
        return life.minus(EARLY.compareTo(half) < 0 ? EARLY : half);
    }

    private synchronized Optional<GetToken.Token> good() {
        Instant now = clock.instant();
        return held.filter(h -> now.isBefore(h.staleAt())).map(Held::token);
    }

    private synchronized void hold(Held token) {
        held = Optional.of(token);
    }
}
