package io.github.aquaspec.emulator.http;

import java.util.regex.Pattern;

/**
 * Who may use the emulator: a client id and secret, a user and password, or a pair of access keys.
 *
 * @param id not blank
 * @param secret not blank; never shown
 */
public record Credential(String id, String secret) {

    public Credential {
        if (id.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("a credential needs an id and a secret");
        }
    }

    /** The pair in {@code id:secret}. */
    public static Credential parse(String text) {
        String[] parts = Pattern.compile(":").split(text, 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a credential is written id:secret");
        }
        return new Credential(parts[0], parts[1]);
    }

    @Override
    public String toString() {
        return id + ":••••";
    }
}
