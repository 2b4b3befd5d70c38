package io.github.aquaspec.client;

import java.net.URI;
import java.util.Map;

/**
 * Where AQuA is, and who we are there.
 *
 * @param base such as {@code https://rest.zuora.com}; may have a path
 * @param credential who we are
 * @param headers what goes with every request, such as {@code Zuora-Entity-Ids}
 */
public record Service(URI base, Credential credential, Map<String, String> headers) {

    public Service {
        headers = Map.copyOf(headers);
    }
}
