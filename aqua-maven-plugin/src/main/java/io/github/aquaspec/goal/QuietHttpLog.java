package io.github.aquaspec.goal;

import java.util.List;
import java.util.Objects;

/**
 * Keeps HttpClient's log out of {@code mvn -X}, where it would drown ours. Maven silences the loggers of HttpClient 4 by
 * itself, not those of HttpClient 5. That headers are not logged does not hang on this: our connections log none.
 */
final class QuietHttpLog {

    /** As Maven 4 names it, which warns of the other name at each logger that has but that; and as Maven 3 does. */
    static final List<String> PROPERTIES =
            List.of("maven.logger.log.org.apache.hc", "org.slf4j.simpleLogger.log.org.apache.hc");

    private QuietHttpLog() {}

    /** Must be called before a class of HttpClient is loaded: loggers read their level once. Who has set one, has it. */
    static void require() {
        if (PROPERTIES.stream().map(System::getProperty).allMatch(Objects::isNull)) {
            PROPERTIES.forEach(property -> System.setProperty(property, "warn"));
        }
    }
}
