package io.github.aquaspec.goal;

import io.github.aquaspec.client.Credential;
import io.github.aquaspec.http.Secret;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a build says about its emulator, as it says it.
 *
 * @param port null for one that is free
 * @param directory where its data live; it also tells one emulator of a build from another
 * @param partners null for any
 * @param credentials null for any
 * @param script null for none
 */
record EmulatorChoice(Integer port, Path directory, String partners, String credentials, File script) {

    /** The same emulator, given a script before all else. */
    EmulatorChoice with(File other) {
        return new EmulatorChoice(port, directory, partners, credentials, other);
    }

    /** The settings of an emulator. */
    Map<String, String> settings(int defaultPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("port", String.valueOf(port == null ? defaultPort : port));
        if (partners != null) {
            settings.put("partners", partners);
        }
        if (credentials != null) {
            settings.put("credentials", credentials);
        }
        if (script != null) {
            settings.put("script", script.getPath());
        }
        return settings;
    }

    /** An identity that the emulator takes: the first of the pairs, or any where there are none. */
    Credential identity() {
        String pairs = credentials == null ? "" : credentials;
        String first = (pairs.indexOf(',') < 0 ? pairs : pairs.substring(0, pairs.indexOf(','))).strip();
        int colon = first.indexOf(':');
        return colon > 0
                ? new Credential.ClientCredentials(first.substring(0, colon), Secret.of(first.substring(colon + 1)))
                : new Credential.ClientCredentials(
                        "emulator", Secret.of(UUID.randomUUID().toString()));
    }
}
