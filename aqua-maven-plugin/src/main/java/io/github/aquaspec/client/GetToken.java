package io.github.aquaspec.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.client.Credential.ClientCredentials;
import io.github.aquaspec.http.HttpAnswer;
import io.github.aquaspec.http.HttpCall;
import io.github.aquaspec.http.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code POST /oauth/token} (Zuora API reference, Create an OAuth token). Carries no other credential.
 *
 * @param learned takes the token as soon as it is read, before anything else that came with it is told to anyone
 */
record GetToken(ClientCredentials credentials, Consumer<Secret> learned) implements Operation<GetToken.Token> {

    /** Zuora's tokens live an hour; this stands where an answer does not say. */
    static final long USUAL_LIFE = 3599;

    /** No token is believed to live longer, whatever its answer says. */
    private static final long LONGEST_LIFE = 86_400;

    /**
     * An access token.
     *
     * @param value what goes behind {@code Bearer}
     * @param life how long it is good for, from now
     */
    record Token(Secret value, Duration life) {}

    @Override
    public String action() {
        return "get an access token";
    }

    @Override
    public HttpCall call(URI base) {
        String form = "client_id=" + encoded(credentials.clientId())
                + "&client_secret=" + encoded(credentials.secret().reveal())
                + "&grant_type=client_credentials";
        return HttpCall.post(Paths.under(base, "/oauth/token"), "application/x-www-form-urlencoded", form)
                .with("Accept", "application/json");
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isAnonymous() {
        return true;
    }

    @Override
    public Token read(HttpAnswer answer) throws IOException, CallFailedException {
        JsonNode json = Answers.object(action(), answer);
        if (!json.path("access_token").isTextual()) {
            throw Answers.failed(Kind.NOT_AQUA, action(), answer, Optional.empty(), "the answer has no access_token");
        }
        Secret value = Secret.of(json.get("access_token").asText());
        learned.accept(value);
        return new Token(
                value,
                Duration.ofSeconds(Math.max(
                        0, Math.min(LONGEST_LIFE, json.path("expires_in").asLong(USUAL_LIFE)))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
