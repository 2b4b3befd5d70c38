package io.github.aquaspec.emulator.scenario;

import java.util.List;
import java.util.Map;

/**
 * Which requests a scenario is for.
 *
 * @param method in upper case; {@code *} for any
 * @param pathPrefix of the path in its plain spelling: no double slash, no {@code /apps/api}, files below {@code
 *     /v1/files}
 * @param times how many requests, {@link #ALWAYS} for all until it is taken back
 */
public record Occasion(String method, String pathPrefix, int times) {

    private static final List<String> METHODS =
            List.of("*", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final List<String> ROOTS = List.of("/v1/", "/oauth/");
    private static final Map<String, String> ALIASES = Map.of(
            "/apps/api/", "/v1/",
            "/v1/file/", "/v1/files/",
            "/v1/batch-query/file/", "/v1/files/");

    public static final int ALWAYS = Integer.MAX_VALUE;

    /** The next request, whatever it is. */
    public static final Occasion NEXT = new Occasion("*", "/", 1);

    /** Polls of a job. */
    public static final Occasion POLLS = new Occasion("GET", "/v1/batch-query/jobs/", ALWAYS);

    /** Downloads. */
    public static final Occasion DOWNLOADS = new Occasion("GET", "/v1/files/", ALWAYS);

    /** Submissions. */
    public static final Occasion SUBMISSIONS = new Occasion("POST", "/v1/batch-query", ALWAYS);

    /** Token requests. */
    public static final Occasion TOKENS = new Occasion("POST", "/oauth/token", ALWAYS);

    /**
     * An occasion.
     *
     * @throws IllegalArgumentException where no request can ever be meant; the message says what would be right
     */
    public Occasion {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException(
                    "method is one of " + String.join(", ", METHODS) + ", not \"" + method + '"');
        }
        checkPath(pathPrefix);
        if (times < 1) {
            throw new IllegalArgumentException("a scenario is for at least 1 request, not " + times);
        }
    }

    /** The same requests, but only the first few that come. */
    public Occasion next(int number) {
        return new Occasion(method, pathPrefix, number);
    }

    private static void checkPath(String path) {
        ALIASES.forEach((alias, plain) -> {
            if (path.startsWith(alias) || path.equals(alias.substring(0, alias.length() - 1))) {
                throw new IllegalArgumentException(
                        "path is in its plain spelling, which all others count as: " + plain + " in place of " + alias);
            }
        });
        boolean reachable = ROOTS.stream().anyMatch(root -> path.startsWith(root) || root.startsWith(path));
        if (path.isEmpty() || !reachable || path.contains("//") || path.matches(".*[?#\\s].*")) {
            throw new IllegalArgumentException("path is the start of a path below /v1/ or /oauth/, such as /v1/files/,"
                    + " without double slashes or a query, not \"" + path + '"');
        }
    }

    /** Whether a request is meant, however many there have been. */
    public boolean matches(String requestMethod, String plainPath) {
        return (method.equals("*") || method.equals(requestMethod)) && (plainPath + '/').startsWith(pathPrefix);
    }
}
