package io.github.aquaspec.http;

import java.util.Optional;

/**
 * What stands between here and a host, and opens a way through when it is asked with CONNECT.
 *
 * @param who its user, where it wants one
 */
public record Proxy(String host, int port, Optional<User> who) {

    /** Whom a proxy lets through. */
    public record User(String name, Secret password) {}

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
