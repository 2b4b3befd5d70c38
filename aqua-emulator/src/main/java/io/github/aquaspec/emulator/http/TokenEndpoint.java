package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code POST /oauth/token}: a bearer token for client credentials (Zuora developer reference, Create an OAuth token). */
final class TokenEndpoint {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Access access;

    TokenEndpoint(Access access) {
        this.access = access;
    }

    Response answer(Request request) {
        if (!request.header("Content-Type").orElse("").startsWith(FORM)) {
            return Errors.badRequest("the token endpoint takes " + FORM);
        }
        if (request.header("Authorization").isPresent()
                || request.header("apiAccessKeyId").isPresent()) {
            return Errors.badRequest("the token endpoint takes no other credentials");
        }
        Map<String, String> form = form(request.text());
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return Errors.badRequest("grant_type must be client_credentials");
        }
        Optional<String> token =
                access.token(form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""));
        return token.map(TokenEndpoint::granted).orElseGet(Errors::unauthorized);
    }

    private static Response granted(String token) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("access_token", token);
        json.put("token_type", "bearer");
        json.put("expires_in", Access.TOKEN_LIFE.toSeconds());
        json.put("scope", "user.emulator service.echo.read tenant.1");
        json.put("jti", UUID.randomUUID().toString().replace("-", ""));
        return Response.json(200, json);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
