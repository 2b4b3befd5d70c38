package io.github.aquaspec.run;

import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.spec.model.WindowRange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Builds of one manifest after another, on a machine that remembers. */
abstract class RememberingFixture {

    static final Instant INITIAL = Instant.parse("2020-01-01T00:00:00Z");
    static final Instant FIRST = Instant.parse("2021-01-01T00:00:00Z");
    static final Instant SECOND = Instant.parse("2022-01-01T00:00:00Z");

    static final String WINDOW = """
            version: "1.0"
            useQueryLabels: true
            dateTimeUtc: true
            window: {initial: "2020-01-01T00:00:00Z", lag: PT0S}
            queries:
              - name: Account
                type: zoqlexport
                apiVersion: "145.0"
                query: >-
                  select Id from Account where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
            """;

    @TempDir
    Path output;

    @TempDir
    Path states;

    /** The one of the class. */
    abstract EmulatedTenant tenant();

    final Rig rig(String manifest) {
        return new Rig(tenant().emulator(), tenant().time(), output)
                .remembering(states)
                .manifest("a", manifest);
    }

    final Rig window(WindowChoice choice) {
        return rig(WINDOW).windows(choice);
    }

    static WindowChoice upTo(Instant asOf) {
        return new WindowChoice(Optional.of(asOf), Optional.empty());
    }

    static WindowChoice again(Instant from, Instant to) {
        return new WindowChoice(Optional.empty(), Optional.of(new WindowRange(from, to)));
    }

    static String session(String project) {
        return """
                version: "1.1"
                partner: gooddata
                project: %s
                useQueryLabels: true
                queries: [{name: Account, apiVersion: "145.0", query: "select Id from Account"}]
                """.formatted(project);
    }
}
