package io.github.aquaspec;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.codehaus.plexus.util.StringUtils;
import org.junit.jupiter.api.Test;

/** What one jar needs that is to run under Maven 3.8, 3.9 and 4: nothing that one of them keeps to itself, nothing twice. */
class MavenInterfacesTest {

    private static final ArchRule NOTHING_OF_THE_INSIDE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.codehaus.plexus..",
                    "org.apache.maven.api..",
                    "org.apache.maven.internal..",
                    "org.eclipse.aether.internal..",
                    "org.eclipse.aether.impl..");

    @Test
    void nothingIsUsed_thatAMavenHidesOrLacks() {
        NOTHING_OF_THE_INSIDE.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> location.contains("aqua-maven-plugin"))
                .importPackages("io.github.aquaspec"));
        assertThatThrownBy(() -> NOTHING_OF_THE_INSIDE.check(new ClassFileImporter().importClasses(Planted.class)))
                .as(Planted.of("shown to fail"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("org.codehaus.plexus.util.StringUtils");
    }

    @Test
    void whatMavenHasItself_isProvided() throws Exception {
        Map<String, String> scopes = new TreeMap<>();
        Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(m -> m.group(1))
                .filter(d -> !element(d, "scope").equals("test"))
                .filter(d -> element(d, "groupId").matches("org\\.apache\\.maven.*|org\\.codehaus\\..*|javax\\..*"))
                .forEach(d -> scopes.put(element(d, "artifactId"), element(d, "scope")));

        assertThat(scopes).containsKeys("maven-core", "maven-plugin-api", "javax.inject");
        assertThat(scopes.values()).containsOnly("provided");
    }

    /** What Maven will load for the plugin, as the descriptor lists it. */
    @Test
    void nothingOfMavenComesWithIt() throws Exception {
        String descriptor = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
        List<String> loaded = Pattern.compile("<dependency>\\s*<groupId>(.*?)</groupId>")
                .matcher(descriptor)
                .results()
                .map(m -> m.group(1))
                .distinct()
                .toList();

        assertThat(loaded)
                .contains("com.fasterxml.jackson.core", "org.apache.httpcomponents.client5")
                .noneMatch(group -> group.startsWith("org.apache.maven") || group.startsWith("org.codehaus.plexus"));
    }

    private static String element(String dependency, String name) {
        return dependency.replaceAll("(?s).*<" + name + ">(.*?)</" + name + ">.*|.*", "$1");
    }

    /** Does what our goals must not. */
    private static final class Planted {
        static String of(String text) {
            return StringUtils.capitalise(text);
        }
    }
}
