package io.github.aquaspec.goal;

/**
 * Keeps HttpClient's log out of {@code mvn -X}, where it would drown ours. Maven silences the loggers of HttpClient 4 by
 * itself, not those of HttpClient 5. That headers are not logged does not hang on this: our connections log none.
 */
final class QuietHttpLog {

    private static final String PROPERTY = "org.slf4j.simpleLogger.log.org.apache.hc";

    private QuietHttpLog() {}

    /** Must be called before a class of HttpClient is loaded: loggers read their level once. */
    static void require() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, "warn");
        }
    }
}
