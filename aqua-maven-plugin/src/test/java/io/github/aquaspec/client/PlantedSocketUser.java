package io.github.aquaspec.client;

import org.apache.hc.core5.http.Header;

/** An operation that talks past the transport: breaks the rule of the one user of HttpClient, to show that it can be broken. */
public interface PlantedSocketUser {
    Header planted();
}
