package io.github.aquaspec.bench.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A data repo on the disk, and Maven in it: the plugin as it has just been built, from a repository of its own.
 *
 * @param folder where it lies
 * @param maven the home of the Maven that measures
 * @param repository where the plugin was installed
 */
record Project(Path folder, Path maven, Path repository) {

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example.data</groupId>
              <artifactId>data</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.github.aquaspec</groupId>
                    <artifactId>aqua-maven-plugin</artifactId>
                    <version>%s</version>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    /** An empty one; what lay in the folder goes. */
    static Project in(Path folder) throws IOException, InterruptedException {
        delete(folder);
        Files.createDirectories(folder.resolve("specs"));
        // So that Maven takes this for the root, and no options of the JVM from our own build above it.
        Files.createDirectories(folder.resolve(".mvn"));
        Files.writeString(folder.resolve("pom.xml"), POM.formatted(System.getProperty("aqua.version")));
        Project project = new Project(
                folder,
                Path.of(System.getProperty("maven.home")),
                Path.of(System.getProperty("bench.repository")).toAbsolutePath());
        // Once with the network: what the plugin's own parts have for parents is not in the repository yet.
        project.shell().time(project.mvn("aqua:help").replace(" -o ", " "));
        return project;
    }

    /** Adds a manifest: so many queries of the same fields. */
    Project with(String name, int queries, String format, String more) throws IOException {
        return with(name, queries, AccountCsv.FIELDS, format, more);
    }

    /** Adds a manifest: so many queries of these fields. */
    Project with(String name, int queries, String fields, String format, String more) throws IOException {
        StringBuilder text = new StringBuilder("version: \"1.0\"\nformat: " + format + "\nuseQueryLabels: true\n"
                + "dateTimeUtc: true\n" + more + "queries:\n");
        for (int i = 0; i < queries; i++) {
            text.append("""
                      - name: Account%d
                        type: zoqlexport
                        apiVersion: "145.0"
                        query: select %s from Account
                    """.formatted(i, fields));
        }
        return with(name, text.toString());
    }

    /** Adds a manifest of this text. */
    Project with(String name, String text) throws IOException {
        Files.writeString(folder.resolve("specs/" + name + ".yaml"), text);
        return this;
    }

    /** The line that calls Maven, without the network. */
    String mvn(String goals) {
        return maven.resolve("bin/mvn") + " -o -B -Dmaven.repo.local=" + repository + " " + goals;
    }

    /** The line that runs all manifests against a server, from the beginning. */
    String run(JobServer server, String options) {
        return "rm -rf target .aqua; " + mvn("aqua:run -Daqua.endpoint=" + server.url() + " " + options);
    }

    Shell shell() {
        return shell(Map.of());
    }

    Shell shell(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("ZUORA_USERNAME", "bench");
        environment.put("ZUORA_PASSWORD", "a-secret");
        return new Shell(folder, environment);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.delete(path);
                }
            }
        }
    }
}
