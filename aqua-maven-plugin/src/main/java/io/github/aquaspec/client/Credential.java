package io.github.aquaspec.client;

import io.github.aquaspec.http.Secret;

/** Who we are to Zuora (Zuora API reference, Authentication). */
public sealed interface Credential {

    /** What must never be shown. */
    Secret secret();

    /** OAuth 2.0 client credentials; tokens are got and renewed as needed. */
    record ClientCredentials(String clientId, Secret secret) implements Credential {}

    /** A user and a password in an {@code Authorization: Basic} header. */
    record UserPassword(String user, Secret secret) implements Credential {}

    /** The headers {@code apiAccessKeyId} and {@code apiSecretAccessKey}. */
    record KeyPair(String keyId, Secret secret) implements Credential {}

    /** A token that somebody else got; it can't be renewed. */
    record BearerToken(Secret secret) implements Credential {}
}
