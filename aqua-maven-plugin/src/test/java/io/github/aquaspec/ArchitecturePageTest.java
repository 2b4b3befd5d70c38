package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ARCHITECTURE.md names is there. */
class ArchitecturePageTest {

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".mvn");

    /** Files that a run leaves, goals, and ports of the JDK. */
    private static final Set<String> MADE_LATER = Set.of(
            "SHA256SUMS",
            "datapackage.json",
            "run.json",
            "window.json",
            "columns.json",
            "aqua:fetch",
            "org.apache.maven",
            "Clock");

    private static final List<String> PATHS = new ArrayList<>();

    @BeforeAll
    static void listTheRepository() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                PATHS.add("/" + root.relativize(folder) + "/");
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                PATHS.add("/" + root.relativize(file));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static Stream<String> names() {
        return ArchitecturePage.names().stream().filter(name -> !MADE_LATER.contains(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachNameIsOfSomethingThatIsThere(String name) {
        assertThat(isThere(name)).as(name).isTrue();
    }

    @Test
    void eachPackageOfThePictureIsThere() {
        Stream.of("aqua-spec-model", "aqua-maven-plugin").forEach(module -> {
            assertThat(ArchitecturePage.permissions(module)).hasSizeGreaterThan(5);
            ArchitecturePage.permissions(module)
                    .keySet()
                    .forEach(name -> assertThat(isThere(name)).as(name).isTrue());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"NoSuchClass", "spec.nowhere", "nowhere", "specs/nowhere.yaml"})
    void aNameOfNothingIsSeen(String name) {
        assertThat(isThere(name)).isFalse();
    }

    /** A class, a package below ours, or the end of a path in this repository. */
    private static boolean isThere(String name) {
        String path = name.replaceAll("\\(.*", "").replaceAll("/$", "");
        if (path.matches("[A-Z]\\w*")) {
            return PATHS.stream().anyMatch(p -> p.endsWith("/" + path + ".java"));
        }
        String folder = "/io/github/aquaspec/" + path.replace('.', '/').replaceFirst("^io/github/aquaspec/", "") + "/";
        return PATHS.stream()
                .anyMatch(p -> p.endsWith("/" + path) || p.endsWith("/" + path + "/") || p.endsWith(folder));
    }
}
