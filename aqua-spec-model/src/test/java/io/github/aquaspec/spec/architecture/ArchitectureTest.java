package io.github.aquaspec.spec.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The package list of the spec model, and for each of its rules a planted class that breaks it. */
class ArchitectureTest {

    private static final House HOUSE = new House("io.github.aquaspec.spec");
    private static final House PLANTED = new House("io.github.aquaspec.planted");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE.base());
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(PLANTED.base());

    static Stream<String> rules() {
        return HOUSE.rules().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name) {
        HOUSE.rules().get(name).check(OURS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void fails_whenAPlantedClassBreaksIt(String name) {
        ArchRule rule = PLANTED.rules().get(name);

        EvaluationResult result = rule.evaluate(BROKEN);

        assertThat(result.getFailureReport().getDetails()).isNotEmpty();
    }

    @Test
    void namesEveryPackageThatThereIs() {
        Set<String> there = OURS.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(HOUSE.base()))
                .map(name -> name.substring(HOUSE.base().length() + 1))
                .collect(Collectors.toSet());

        assertThat(there).isEqualTo(House.PACKAGES.keySet());
    }
}
