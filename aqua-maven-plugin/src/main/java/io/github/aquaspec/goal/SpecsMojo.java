package io.github.aquaspec.goal;

import io.github.aquaspec.report.Workspace;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestFinder;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.run.manifest.PathPattern;
import io.github.aquaspec.run.manifest.Shard;
import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.spec.Values;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.maven.plugins.annotations.Parameter;

/** What every goal over manifests has. */
abstract class SpecsMojo extends AquaMojo {

    /** Goals that need no project are run by Maven once, at the root, when the command line calls them. */
    private static final String FOR_MODULES =
            " This POM has modules; a goal that the command line calls may run here alone."
                    + " Bind the goal in the modules that have manifests, or name one: -f <module>/pom.xml.";

    /**
     * A folder of manifests, or one manifest; their ids are their paths below the folder, without extension. Default:
     * {@code specs} beside the POM.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.specs")
    private File specs;

    /**
     * Which files below the folder are manifests, as patterns separated by commas: {@code *} within a name, {@code **}
     * across folders.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.includes", defaultValue = "**/*.yaml,**/*.yml,**/*.json")
    private String includes;

    /**
     * Which files and folders below the folder of manifests are none, as patterns separated by commas.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.excludes", defaultValue = "**/.*,**/*.schema.json")
    private String excludes;

    /**
     * Ids of the manifests to take, separated by commas; {@code *} within a segment, {@code **} across. Default: all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.select")
    private String select;

    /**
     * A part of the manifests, such as {@code 3/16}: the third of sixteen machines that share them. Default: all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.shard")
    private String shard;

    /**
     * Names of the variables of the environment that manifests may read, separated by commas; {@code *} for any
     * characters.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.env", defaultValue = "AQUA_*")
    private String env;

    /**
     * Values of the parameters that manifests declare, by name: {@code <params><currency>EUR</currency></params>}. On
     * the command line {@code -Daqua.param.currency=EUR}, which goes before.
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> params;

    /**
     * Lets warnings fail the build as errors do, before anything is sent or published.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /**
     * Shows notes in full; otherwise they are counted.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.notes", defaultValue = "false")
    private boolean notes;

    /**
     * Where receipts and reports go. Default: {@code aqua-reports} in the build folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.reportDirectory")
    private File reportDirectory;

    private UnaryOperator<String> variables = System::getenv;
    private PrintStream annotationOutput = GitHubAnnotations.STANDARD_OUTPUT;

    /** Reads variables of the environment elsewhere, for tests. */
    final void readVariablesFrom(UnaryOperator<String> other) {
        this.variables = other;
    }

    /** The variables of the environment, by name; null where one is not set. */
    final UnaryOperator<String> variables() {
        return variables;
    }

    /** Whether the build says which manifests are meant, or which one. */
    final boolean namesManifests() {
        return (select != null && !select.isBlank()) || (specs != null && Files.isRegularFile(specs.toPath()));
    }

    /** The manifests of this build; empty where there is nothing to do, which is then said. */
    final Optional<ManifestSet> manifests() {
        Path folder = baseDirectory().resolve("specs");
        Path where = place(specs, folder);
        if (specs == null && !Files.exists(where)) {
            getLog().info("Nothing to do: there is no folder " + where + ", and aqua.specs names no other."
                    + (hasModules() ? FOR_MODULES : ""));
            return Optional.empty();
        }
        BuildValues given = given();
        ManifestSet all = new ManifestFinder(
                        shownFrom(),
                        where,
                        folder,
                        patterns(includes),
                        patterns(excludes),
                        list(select),
                        given.values(unset()))
                .find();
        ManifestSet checked = given.withUnread(all);
        return shard == null || shard.isBlank() ? Optional.of(checked) : part(checked);
    }

    private BuildValues given() {
        return new BuildValues(session(), module(), list(env), params == null ? Map.of() : params);
    }

    /** What the command line gives for parameters, by name. */
    final Map<String, String> paramsOfCommandLine() {
        return given().onCommandLine();
    }

    private boolean hasModules() {
        return module().filter(pom -> !pom.getModules().isEmpty()).isPresent();
    }

    /** What this goal makes of a value that a manifest reads and nobody has set. */
    Values.Unset unset() {
        return Values.Unset.FAILS;
    }

    /** The manifests of this machine. Every machine sees what is wrong with the set. */
    private Optional<ManifestSet> part(ManifestSet all) {
        Optional<Shard> mine = Shard.parse(shard);
        if (mine.isEmpty()) {
            List<Diagnostic> problems = new ArrayList<>(all.problems());
            problems.add(Diagnostic.of(TargetCode.BAD_PROPERTY, "aqua.shard is \"" + shard + "\"")
                    .fix("write it as 3/16: the third of sixteen"));
            return Optional.of(new ManifestSet(all.manifests(), problems));
        }
        List<Manifest> taken =
                all.manifests().stream().filter(m -> mine.get().takes(m.id())).toList();
        if (taken.isEmpty() && all.problems().isEmpty()) {
            getLog().info("Nothing to do: shard " + mine.get() + " takes none of the manifests.");
            return Optional.empty();
        }
        return Optional.of(new ManifestSet(taken, all.problems()));
    }

    /** The folder of receipts and reports. */
    final Path reportDirectory() {
        return place(reportDirectory, buildDirectory().resolve("aqua-reports"));
    }

    /** Whether the build names that folder. */
    final boolean namesReportDirectory() {
        return reportDirectory != null;
    }

    /** Annotates elsewhere, for tests. */
    final void annotateTo(PrintStream other) {
        this.annotationOutput = other;
    }

    /** Has GitHub Actions, where it runs the build, mark findings that this goal shows. */
    final void annotate(Collection<Diagnostic> findings) {
        new GitHubAnnotations(annotationOutput, variables).show(findings, notes, workspace(), getLog());
    }

    /** Where files lie for those who review them. */
    final Workspace workspace() {
        return Workspace.of(shownFrom(), variables);
    }

    final Strictness strictness() {
        return failOnWarning ? Strictness.WARNINGS_STOP : Strictness.ERRORS_STOP;
    }

    final boolean notes() {
        return notes;
    }

    private static List<PathPattern> patterns(String text) {
        return list(text).stream().map(PathPattern::new).toList();
    }

    private static List<String> list(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .toList();
    }
}
