package io.github.aquaspec.client;

import io.github.aquaspec.http.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where AQuA is, and who we are there.
 *
 * @param base such as {@code https://rest.zuora.com}; may have a path
 * @param credential who we are
 * @param headers what goes with every request, such as {@code Zuora-Entity-Ids}
 * @param proxy what stands between, where the build names one
 */
public record Service(URI base, Credential credential, Map<String, String> headers, Optional<Proxy> proxy) {

    public Service {
        headers = Map.copyOf(headers);
    }

    public Service(URI base, Credential credential, Map<String, String> headers) {
        this(base, credential, headers, Optional.empty());
    }
}
