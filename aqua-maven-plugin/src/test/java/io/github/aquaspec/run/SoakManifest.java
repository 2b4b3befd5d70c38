package io.github.aquaspec.run;

import java.util.List;
import java.util.Random;

/**
 * The manifest of a soak.
 *
 * @param kind what it remembers between runs
 * @param format of the files
 * @param objects one query each
 * @param project names the session, where it has one
 */
record SoakManifest(Kind kind, String format, List<String> objects, String project) {

    /** What is remembered between runs, and where. */
    enum Kind {
        WINDOW,
        SESSION,
        PLAIN
    }

    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final List<String> OBJECTS = List.of("Product", "ProductRatePlan");

    static SoakManifest drawn(Random random, String project) {
        return new SoakManifest(
                KINDS.get(random.nextInt(KINDS.size())),
                List.of("csv", "gzip", "zip").get(random.nextInt(3)),
                OBJECTS.subList(0, 1 + random.nextInt(OBJECTS.size())),
                project);
    }

    SoakManifest inAnotherProject() {
        return new SoakManifest(kind, format, objects, project + "-again");
    }

    /** Snapshots of changes stand side by side, so that all of them can be looked at. */
    String text() {
        StringBuilder text = new StringBuilder("""
                format: %s
                useQueryLabels: true
                dateTimeUtc: true
                """.formatted(format));
        text.append(
                switch (kind) {
                    case WINDOW -> """
                            version: "1.0"
                            window: {initial: "2024-01-01T00:00:00Z", lag: PT0S}
                            output: {layout: dated}
                            """;
                    case SESSION -> """
                            version: "1.1"
                            partner: acme
                            project: %s
                            output: {layout: dated}
                            """.formatted(project);
                    case PLAIN -> "version: \"1.0\"\n";
                });
        text.append("queries:\n");
        objects.forEach(object -> text.append(query(object)));
        return text.toString();
    }

    private String query(String object) {
        String deleted = kind == Kind.SESSION ? "    deleted: {column: Gone, format: Numeric}\n" : "";
        String where = kind == Kind.WINDOW ? " where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}" : "";
        return """
                  - name: %s
                    type: zoqlexport
                    apiVersion: "145.0"
                %s    query: select Id, Name from %s%s
                """.formatted(object, deleted, object, where);
    }
}
