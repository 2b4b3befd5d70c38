package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code POST /oauth/token}: a bearer token for client credentials (Zuora developer reference, Create an OAuth token). */
final class TokenEndpoint {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> OTHER_CREDENTIALS =
            List.of("Authorization", "apiAccessKeyId", "apiSecretAccessKey");

    private final Access access;
    private final Settings settings;
    private final Minute minute;

    /**
     * The endpoint.
     *
     * @param minute counts the requests
     */
    TokenEndpoint(Access access, Minute minute, Settings settings) {
        this.access = access;
        this.settings = settings;
        this.minute = minute;
    }

    Response answer(Request request) {
        int allowed = settings.get(Setting.TOKENS_PER_MINUTE);
        if (minute.add() > allowed && allowed > 0) {
            return Errors.tooMany(allowed + " tokens a minute are all there are", minute.left());
        }
        if (!request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).startsWith(FORM)) {
            return Errors.badRequest("the token endpoint takes " + FORM);
        }
        if (OTHER_CREDENTIALS.stream().anyMatch(h -> request.header(h).isPresent())) {
            return Errors.badRequest("the token endpoint takes no other credentials");
        }
        Map<String, String> form = Request.pairs(request.text());
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return Errors.badRequest("grant_type must be client_credentials");
        }
        Optional<String> token =
                access.token(form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""));
        return token.map(this::granted).orElseGet(this::refused);
    }

    private Response granted(String token) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("access_token", token);
        json.put("token_type", "bearer");
        json.put("expires_in", access.tokenLife().toSeconds());
        json.put("scope", "user.emulator service.echo.read tenant.1");
        json.put("jti", UUID.randomUUID().toString().replace("-", ""));
        return Response.json(200, json);
    }

    private Response refused() {
        if (settings.get(Setting.TOKEN_ERROR_BODY).equals("reasons")) {
            return Errors.unauthorized();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("error", "invalid_client").put("error_description", "Bad client credentials");
        return Response.json(401, json);
    }
}
