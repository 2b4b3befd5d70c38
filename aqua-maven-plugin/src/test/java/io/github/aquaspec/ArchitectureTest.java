package io.github.aquaspec;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.aquaspec.client.PlantedPlanner;
import io.github.aquaspec.client.PlantedSocketUser;
import io.github.aquaspec.goal.PlantedEmulatorUser;
import io.github.aquaspec.http.PlantedOperation;
import io.github.aquaspec.json.PlantedFolder;
import io.github.aquaspec.report.Annotation;
import io.github.aquaspec.report.Frame;
import io.github.aquaspec.report.LiveBlock;
import io.github.aquaspec.report.PlantedMapper;
import io.github.aquaspec.report.PlantedTreeText;
import io.github.aquaspec.report.PlantedWireReader;
import io.github.aquaspec.report.page.PlantedJobReader;
import io.github.aquaspec.run.PlantedHttpUser;
import io.github.aquaspec.run.PlantedJulUser;
import io.github.aquaspec.run.PlantedLogger;
import io.github.aquaspec.run.PlantedMavenUser;
import io.github.aquaspec.run.PlantedResolverUser;
import io.github.aquaspec.run.check.PlantedStarter;
import io.github.aquaspec.run.event.PlantedJudge;
import io.github.aquaspec.run.failure.PlantedPlanReader;
import io.github.aquaspec.run.manifest.PlantedForeteller;
import io.github.aquaspec.run.plan.PlantedProphet;
import io.github.aquaspec.run.release.PlantedUploader;
import io.github.aquaspec.run.state.PlantedRun;
import io.github.aquaspec.snapshot.PlantedVerifier;
import io.github.aquaspec.verify.PlantedPublisher;
import io.github.aquaspec.verify.cell.PlantedFileReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may use which. Each rule is shown to fail on a class that breaks it on purpose. */
class ArchitectureTest {

    private static final String ROOT = "io.github.aquaspec";
    private static final String EMULATOR = ROOT + ".emulator..";
    /** The packages of a run, each above those that it may use. */
    private static final List<String> OF_RUN = List.of(
            "run.release", "run", "run.check", "run.event", "run.plan", "run.manifest", "run.failure", "run.state");

    private static final String[] CORE = Stream.concat(
                    OF_RUN.stream(),
                    Stream.of("report", "report.page", "snapshot", "verify", "verify.cell", "client", "http", "json"))
            .map(name -> ROOT + "." + name)
            .toArray(String[]::new);

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> location.contains("aqua-maven-plugin"))
            .withImportOption(location -> !location.contains("HelpMojo")) // generated
            .importPackages(ROOT);

    /** Name of a package, what it may use, and a class that uses more. */
    static Stream<Arguments> packages() {
        return Stream.of(
                Arguments.of(
                        "report",
                        List.of(
                                "run",
                                "run.event",
                                "run.plan",
                                "run.manifest",
                                "run.failure",
                                "verify",
                                "json",
                                "spec.."),
                        PlantedWireReader.class),
                Arguments.of("report.page", List.of("report", "run.failure", "json", "spec.."), PlantedJobReader.class),
                Arguments.of(
                        "run.release",
                        below("run.release", "client", "verify", "snapshot", "spec.."),
                        PlantedUploader.class),
                Arguments.of(
                        "run",
                        below("run", "client", "verify", "verify.cell", "snapshot", "spec.."),
                        PlantedHttpUser.class),
                Arguments.of(
                        "run.check",
                        below("run.check", "client", "verify", "verify.cell", "spec.."),
                        PlantedStarter.class),
                Arguments.of(
                        "run.event",
                        below("run.event", "client", "verify", "verify.cell", "snapshot", "spec.."),
                        PlantedJudge.class),
                Arguments.of(
                        "run.plan",
                        below("run.plan", "client", "verify", "snapshot", "json", "spec.."),
                        PlantedProphet.class),
                Arguments.of("run.manifest", below("run.manifest", "spec.."), PlantedForeteller.class),
                Arguments.of("run.failure", below("run.failure", "snapshot", "spec.."), PlantedPlanReader.class),
                Arguments.of("run.state", List.of("snapshot", "json", "spec.."), PlantedRun.class),
                Arguments.of("snapshot", List.of("json"), PlantedVerifier.class),
                Arguments.of("verify", List.of(), PlantedPublisher.class),
                Arguments.of("verify.cell", List.of(), PlantedFileReader.class),
                Arguments.of("client", List.of("http", "json"), PlantedPlanner.class),
                Arguments.of("http", List.of(), PlantedOperation.class),
                Arguments.of("json", List.of("spec.."), PlantedFolder.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packages")
    void aPackageUsesOnlyWhatItMay(String name, List<String> others, Class<?> planted) {
        ArchRule rule = mayUse(name, others);

        rule.check(OURS);
        assertThat(isBroken(rule, planted)).isTrue();
        assertThat(OURS.stream().filter(c -> c.getPackageName().equals(ROOT + '.' + name)))
                .as("classes the rule looked at")
                .hasSizeGreaterThan(1);
    }

    @Test
    void thereIsNoOtherPackage() {
        assertThat(OURS.stream().map(c -> c.getPackageName()).distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of(ROOT + ".goal"), Arrays.stream(CORE))
                        .toList());
    }

    @Test
    void packagesMakeNoCycle() {
        ArchRule rule = slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

        rule.check(OURS);
        assertThat(isBroken(rule, PlantedPublisher.class, PlantedVerifier.class))
                .isTrue();
    }

    @Test
    void onlyGoalsKnowMaven() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..");

        rule.check(OURS);
        assertThat(isBroken(rule, PlantedMavenUser.class)).isTrue();
        assertThat(isBroken(rule, PlantedResolverUser.class)).isTrue();
    }

    @Test
    void onlyTheTransportKnowsHttpClient() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".http")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.hc..", "java.net.http..");

        rule.check(OURS);
        assertThat(isBroken(rule, PlantedSocketUser.class)).isTrue();
    }

    /** The text of a tree asked of itself starts a mapper: 250 classes, a tenth of what a small run takes. */
    @Test
    void treesAreWrittenWithoutAMapper() {
        ArchRule rule = noClasses()
                .should()
                .callMethodWhere(describe(
                        "a tree is asked for its text",
                        call -> assignableTo(JsonNode.class).test(call.getTargetOwner())
                                && call.getTarget().getName().matches("to.*String")))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ObjectCodec.class);

        rule.check(OURS);
        assertThat(isBroken(rule, PlantedTreeText.class)).isTrue();
        assertThat(isBroken(rule, PlantedMapper.class)).isTrue();
    }

    @Test
    void theCoreIsSilent() {
        ArchRule logging = noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.commons.logging..");

        logging.check(OURS);
        assertThat(isBroken(logging, PlantedJulUser.class)).isTrue();
    }

    /** Else a text could be obeyed: the log is guarded, and what goes past it is made of findings or of guarded lines. */
    @Test
    void twoClassesPrintPastTheLog_annotationsAndFramesAlone() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".goal.GitHubAnnotations")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".goal.Terminal")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(FileDescriptor.class, "out")
                .orShould()
                .accessField(FileDescriptor.class, "err");

        rule.check(OURS);
        assertThat(isBroken(rule, PlantedLogger.class)).isTrue();
        assertPrints("GitHubAnnotations", PrintStream.class, "print", Annotation.class);
        assertPrints("Terminal", FileOutputStream.class, "draw", Frame.class);
        assertThat(OURS.get(Frame.class).getConstructorCallsToSelf())
                .as("who makes frames")
                .allMatch(call -> call.getOriginOwner().isEquivalentTo(Frame.class));
        assertThat(OURS.get(Frame.class).getMethodCallsToSelf())
                .filteredOn(call -> call.getTarget().getName().endsWith("ing"))
                .isNotEmpty()
                .allMatch(call -> call.getOriginOwner().isEquivalentTo(LiveBlock.class));
    }

    private static void assertPrints(String goal, Class<?> stream, String method, Class<?> what) {
        assertThat(OURS.get(ROOT + ".goal." + goal).getMethodCallsFromSelf())
                .filteredOn(call -> call.getTargetOwner().isEquivalentTo(stream))
                .isNotEmpty()
                .allMatch(call -> call.getOrigin().getName().equals(method)
                        && call.getOrigin().getRawParameterTypes().get(0).isEquivalentTo(what));
    }

    @Test
    void oneClassIsLinkedWithTheEmulator() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".goal.EmulatorLink")
                .should()
                .dependOnClassesThat(resideInAPackage(EMULATOR));

        rule.check(OURS);
        assertThat(isBroken(rule, PlantedEmulatorUser.class)).isTrue();
        assertThat(OURS.get(ROOT + ".goal.EmulatorLink").getDirectDependenciesFromSelf())
                .anyMatch(d -> resideInAPackage(EMULATOR).test(d.getTargetClass()));
    }

    @Test
    void theListOfPackages_isTheOneOfThePicture() {
        Map<String, List<String>> drawn = ArchitecturePage.permissions("aqua-maven-plugin");
        Map<String, List<String>> enforced = new TreeMap<>();
        packages().forEach(row -> {
            @SuppressWarnings("unchecked") // packages() puts it in
            List<String> others = (List<String>) row.get()[1];
            enforced.put(
                    (String) row.get()[0],
                    others.stream().map(other -> other.replace("..", "")).toList());
        });

        assertThat(drawn).isEqualTo(enforced);
    }

    private static List<String> below(String name, String... others) {
        return Stream.concat(OF_RUN.subList(OF_RUN.indexOf(name) + 1, OF_RUN.size()).stream(), Stream.of(others))
                .toList();
    }

    private static ArchRule mayUse(String name, List<String> others) {
        String[] allowed = Stream.concat(Stream.of(name), others.stream())
                .map(o -> ROOT + '.' + o)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + '.' + name)
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + "..").and(resideOutsideOfPackages(allowed)));
    }

    private static boolean isBroken(ArchRule rule, Class<?>... planted) {
        return rule.evaluate(new ClassFileImporter().importClasses(planted)).hasViolation();
    }
}
