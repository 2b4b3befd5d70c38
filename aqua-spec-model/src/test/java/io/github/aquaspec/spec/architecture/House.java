package io.github.aquaspec.spec.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may use whom in the spec model. The rules take the base package as a parameter, so that they can be tried on
 * planted violations too.
 *
 * @param base the package that holds all others
 */
record House(String base) {

    /** Each package with those of ours that it may use. */
    static final Map<String, List<String>> PACKAGES = packages();

    private static Map<String, List<String>> packages() {
        Map<String, List<String>> packages = new LinkedHashMap<>();
        packages.put("source", List.of());
        packages.put("diagnostic", List.of("source"));
        packages.put("text", List.of("diagnostic", "source"));
        packages.put("model", List.of());
        packages.put("zoql", List.of());
        packages.put("binding", List.of("text", "model", "diagnostic", "source"));
        packages.put("rule", List.of("model", "zoql", "diagnostic", "source"));
        return packages;
    }

    String named(String name) {
        return base + "." + name + "..";
    }

    /** All rules, each under the name of what it protects. */
    Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        PACKAGES.forEach((name, allowed) -> rules.put(name, usesOnly(name, allowed)));
        rules.put("front door", nobodyUsesTheFrontDoor());
        rules.put("parsers", onlyTextSeesParsers());
        rules.put("outside", nothingReachesOut());
        rules.put("clock", nothingReadsAClock());
        rules.put("cycles", slices().matching(base + ".(*)..").should().beFreeOfCycles());
        return rules;
    }

    private ArchRule usesOnly(String name, List<String> allowed) {
        String[] forbidden = PACKAGES.keySet().stream()
                .filter(other -> !other.equals(name) && !allowed.contains(other))
                .map(this::named)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(named(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden);
    }

    private ArchRule nobodyUsesTheFrontDoor() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(base);
    }

    private ArchRule onlyTextSeesParsers() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(named("text"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.yaml..", "com.fasterxml..");
    }

    private ArchRule nothingReachesOut() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.sql..", "org.apache.maven..", "javax.net..");
    }

    private ArchRule nothingReadsAClock() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now");
    }
}
