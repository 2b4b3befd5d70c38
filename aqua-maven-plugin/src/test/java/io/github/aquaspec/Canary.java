package io.github.aquaspec;

import io.github.aquaspec.goal.SecretSearch;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Secrets for tests: another one in each run, with characters that encodings change, and remembered, so that whatever a
 * test leaves and prints is searched for all of them.
 */
public final class Canary {

    /** Each is written in another way by some encoding. */
    private static final String NASTY = "\"\\%+/&<>' :";

    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, SecretSearch> HATCHED = new ConcurrentHashMap<>();

    private Canary() {}

    /** A secret of any characters, that ends in {@code =}. */
    public static String secret() {
        return hatched(mixed(NASTY + "üß€") + "=");
    }

    /** A secret that can stand in a header as it is. */
    public static String ofHeader() {
        return hatched(mixed(NASTY) + "=");
    }

    /** A secret of letters and digits, as tokens are. */
    public static String token() {
        return hatched(mixed(LETTERS) + mixed(LETTERS));
    }

    /** A secret that cannot be another one each time, for something is locked with it. */
    public static String known(String secret) {
        return hatched(secret);
    }

    /** Where a folder holds any of them. */
    public static List<String> in(Path folder) {
        return SecretSearch.of(HATCHED.values(), folder);
    }

    /** Where a text holds any of them. */
    public static List<String> in(String name, String text) {
        return HATCHED.values().stream()
                .flatMap(search -> search.in(name, text).stream())
                .toList();
    }

    private static String hatched(String secret) {
        HATCHED.put(secret, SecretSearch.of(secret));
        return secret;
    }

    private static String mixed(String others) {
        StringBuilder out = new StringBuilder();
        others.codePoints().forEach(c -> out.append(letter()).append(letter()).appendCodePoint(c));
        return out.substring(0, Math.min(out.length(), 40));
    }

    private static char letter() {
        return LETTERS.charAt(RANDOM.nextInt(LETTERS.length()));
    }
}
