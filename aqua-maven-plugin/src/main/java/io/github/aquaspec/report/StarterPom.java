package io.github.aquaspec.report;

import java.util.List;

/**
 * What a POM says so that manifests are checked in every build, without credentials, and run in the profile
 * {@code snapshot} alone.
 */
public final class StarterPom {

    private static final String TEXT = """
            <build>
              <plugins>
                <plugin>
                  <groupId>io.github.aquaspec</groupId>
                  <artifactId>aqua-maven-plugin</artifactId>
                  <version>%s</version>
                  <executions>
                    <execution>
                      <goals>
                        <goal>validate</goal>
                      </goals>
                    </execution>
                  </executions>
                </plugin>
              </plugins>
            </build>
            <profiles>
              <profile>
                <id>snapshot</id>
                <properties>
                  <aqua.environment>us</aqua.environment>
                </properties>
                <build>
                  <plugins>
                    <plugin>
                      <groupId>io.github.aquaspec</groupId>
                      <artifactId>aqua-maven-plugin</artifactId>
                      <executions>
                        <execution>
                          <goals>
                            <goal>run</goal>
                            <goal>attach</goal>
                            <goal>verify</goal>
                          </goals>
                        </execution>
                      </executions>
                    </plugin>
                  </plugins>
                </build>
              </profile>
            </profiles>
            """;

    private StarterPom() {}

    /** Its lines, for the plugin in this version. */
    public static List<String> lines(String version) {
        return TEXT.formatted(version).lines().toList();
    }
}
