package io.github.aquaspec.emulator.scenario;

/**
 * Which requests a scenario is for.
 *
 * @param method in upper case; {@code *} for any
 * @param pathPrefix of the path in its plain spelling: no double slash, no {@code /apps/api}, files below {@code
 *     /v1/files}
 * @param times how many requests, {@link #ALWAYS} for all until it is taken back
 */
public record Occasion(String method, String pathPrefix, int times) {

    public static final int ALWAYS = Integer.MAX_VALUE;

    /** Polls of a job. */
    public static final Occasion POLLS = new Occasion("GET", "/v1/batch-query/jobs/", ALWAYS);

    /** Downloads. */
    public static final Occasion DOWNLOADS = new Occasion("GET", "/v1/files/", ALWAYS);

    /** Submissions. */
    public static final Occasion SUBMISSIONS = new Occasion("POST", "/v1/batch-query", ALWAYS);

    /** Token requests. */
    public static final Occasion TOKENS = new Occasion("POST", "/oauth/token", ALWAYS);

    public Occasion {
        if (times < 1) {
            throw new IllegalArgumentException("a scenario is for at least 1 request, not " + times);
        }
    }

    /** The same requests, but only the first few that come. */
    public Occasion next(int number) {
        return new Occasion(method, pathPrefix, number);
    }

    /** Whether a request is meant, however many there have been. */
    public boolean matches(String requestMethod, String plainPath) {
        return (method.equals("*") || method.equals(requestMethod)) && plainPath.startsWith(pathPrefix);
    }
}
