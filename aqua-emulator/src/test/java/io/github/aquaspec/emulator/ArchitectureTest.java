package io.github.aquaspec.emulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.aquaspec.emulator.data.PlantedReachUp;
import io.github.aquaspec.emulator.planted.first.PlantedFirst;
import io.github.aquaspec.emulator.planted.second.PlantedSecond;
import io.github.aquaspec.emulator.query.PlantedManifestReader;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may use which. Each rule is shown to fail on a class that breaks it on purpose. */
class ArchitectureTest {

    private static final String ROOT = "io.github.aquaspec.emulator";
    private static final String ZOQL = "io.github.aquaspec.spec.zoql..";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static Stream<Arguments> packages() {
        return Stream.of(
                uses("setting"),
                uses("data", "setting"),
                uses("file", "setting"),
                uses("scenario"),
                uses("query", "data", "setting", ZOQL),
                uses("job", "data", "file", "query", "setting", ZOQL),
                uses("http", "data", "file", "job", "scenario", "setting"));
    }

    private static Arguments uses(String name, String... others) {
        return Arguments.of(name, others);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyWhatItMay(String name, String[] others) {
        mayUse(name, others).check(OURS);
        assertThat(OURS.stream().filter(c -> c.getPackageName().equals(ROOT + '.' + name)))
                .as("classes the rule looked at")
                .isNotEmpty();
    }

    @Test
    void packagesMakeNoCycle() {
        noCycles().check(OURS);
    }

    @Test
    void ofTheSpecModelOnlyTheQueryLanguageIsUsed() {
        onlyZoql().check(OURS);
    }

    @Test
    void theRulesCanFail() {
        assertThat(mayUse("data").evaluate(importing(PlantedReachUp.class)).hasViolation())
                .isTrue();
        assertThat(noCycles()
                        .evaluate(importing(PlantedFirst.class, PlantedSecond.class))
                        .hasViolation())
                .isTrue();
        assertThat(onlyZoql().evaluate(importing(PlantedManifestReader.class)).hasViolation())
                .isTrue();
    }

    private static ArchRule mayUse(String name, String... others) {
        String[] allowed = Stream.concat(
                        Stream.of(ROOT + '.' + name),
                        Arrays.stream(others).map(o -> o.contains(".") ? o : ROOT + '.' + o))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + '.' + name)
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.github.aquaspec..").and(resideOutsideOfPackages(allowed)));
    }

    private static ArchRule noCycles() {
        return slices().matching(ROOT + ".(**)").should().beFreeOfCycles();
    }

    private static ArchRule onlyZoql() {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.github.aquaspec..").and(resideOutsideOfPackages(ROOT + "..", ZOQL)));
    }

    private static JavaClasses importing(Class<?>... planted) {
        return new ClassFileImporter().importClasses(planted);
    }
}
