package io.github.aquaspec.run.state;

import java.util.Locale;
import java.util.Optional;

/**
 * Whose records a state is about. Stored in each file of it, so that the state of one tenant is never taken for that of
 * another.
 *
 * @param name the environment, or the host of an endpoint that belongs to none
 * @param host what the requests go to: host, with port and path where they tell tenants apart
 * @param entity the entity of a multi-entity tenant
 * @param orgs the organizations of a multi-org tenant, as one text
 */
public record TargetIdentity(String name, String host, Optional<String> entity, Optional<String> orgs) {

    public TargetIdentity {
        if (name.isBlank() || host.isBlank()) {
            throw new IllegalArgumentException("a target has a name and a host");
        }
        if (entity.filter(String::isBlank).isPresent()
                || orgs.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("an entity and organizations are named or absent");
        }
    }

    /** The name as a folder, good on every file system. */
    String folder() {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "_");
        return plain.startsWith(".") ? "_" + plain.substring(1) : plain;
    }

    /** In a sentence: {@code us (rest.zuora.com, entity 4)}. */
    @Override
    public String toString() {
        return name + " (" + host + entity.map(id -> ", entity " + id).orElse("")
                + orgs.map(ids -> ", orgs " + ids).orElse("") + ")";
    }
}
