package io.github.aquaspec.goal;

import io.github.aquaspec.report.StarterManifest;
import io.github.aquaspec.report.StarterPom;
import io.github.aquaspec.run.failure.LocalTrouble;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.ManifestSchema;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.zoql.DataSource;
import io.github.aquaspec.spec.zoql.ObjectCatalogue;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a commented manifest to begin with, {@code specs/Account.yaml} or of another object, and shows what belongs into the
 * POM. It never replaces a manifest. Needs no network.
 *
 * @since 0.1.0
 */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
public class InitMojo extends AquaMojo {

    private static final Pattern OBJECT = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");
    private static final Pattern EXTENSION = Pattern.compile("(?i)\\.(yaml|yml|json)$");

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.init.skip", defaultValue = "false")
    private boolean skipInit;

    /**
     * The object of Zuora that the manifest asks for, such as {@code Invoice}; the file is named after it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.object", defaultValue = "Account")
    private String object;

    /**
     * The folder to write to. Default: {@code specs} beside the POM.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.specs")
    private File specs;

    @Override
    boolean skipGoal() {
        return skipInit;
    }

    @Override
    void act(MavenOutcome outcome) throws MojoExecutionException, MojoFailureException {
        List<Diagnostic> found = OBJECT.matcher(object).matches() ? written() : List.of(noName());
        outcome.show(found, false);
        outcome.finish(found, Strictness.ERRORS_STOP);
    }

    /** Writes the manifest if nothing speaks against it; what is said of it is what {@code validate} would say. */
    private List<Diagnostic> written() {
        String name = ObjectCatalogue.zuora().find(object).map(DataSource::name).orElse(object);
        Path folder = place(specs, baseDirectory().resolve("specs"));
        Path file = folder.resolve(name + ".yaml");
        String text = StarterManifest.of(name, Files.exists(folder.resolve(ManifestSchema.FILE)));
        Loaded<JobSpec> manifest = JobSpecs.parse(shown(file), text);
        if (manifest.hasErrors()) {
            return manifest.diagnostics();
        }
        try {
            Files.createDirectories(folder);
            Optional<Path> standing = standing(folder, name);
            if (standing.isPresent()) {
                return List.of(isThere(standing.get()));
            }
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            return List.of(LocalTrouble.diagnostic(e, folder, "aqua.specs"));
        }
        getLog().info("Wrote " + shown(file) + ". Add the fields that you need, and check it: mvn aqua:validate");
        showPom();
        return manifest.diagnostics();
    }

    /** Where the POM does not have the plugin yet, what to put there. */
    private void showPom() {
        String plugin = execution().getMojoDescriptor().getPluginDescriptor().getPluginLookupKey();
        if (module().filter(pom -> pom.getPlugin(plugin) != null).isEmpty()) {
            getLog().info("And into the POM, so that mvn verify checks it and mvn verify -Psnapshot runs it:");
            StarterPom.lines(execution().getVersion()).forEach(getLog()::info);
        }
    }

    /** What has the id already, in any case and form, or is a folder called so: the two could not stand side by side. */
    private static Optional<Path> standing(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isOf(name, file.getFileName().toString()))
                    .sorted()
                    .findFirst();
        }
    }

    private static boolean isOf(String name, String file) {
        return EXTENSION.matcher(file).replaceFirst("").equalsIgnoreCase(name);
    }

    private Diagnostic isThere(Path standing) {
        return Diagnostic.of(TargetCode.MANIFEST_STANDS, "there is " + shown(standing) + " already")
                .fix("edit what is there, or take it away first; -Daqua.object=… names another object");
    }

    private Diagnostic noName() {
        return Diagnostic.of(TargetCode.BAD_PROPERTY, "aqua.object is " + Quoted.of(object))
                .fix("name an object of Zuora, such as Account: a letter, then letters, digits and `_`, at most 80");
    }
}
