package io.github.aquaspec.goal;

import io.github.aquaspec.report.RunSchema;
import io.github.aquaspec.run.failure.LocalTrouble;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.spec.ManifestSchema;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the JSON Schema of manifests, with which an editor completes and checks them, and beside it that of the
 * receipts that runs leave. Needs no network and no credentials.
 *
 * @since 0.1.0
 */
@Mojo(name = "schema", requiresProject = false, threadSafe = true)
public class SchemaMojo extends AquaMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.schema.skip", defaultValue = "false")
    private boolean skipSchema;

    /**
     * The file for the schema of manifests; that of receipts is written beside it. Default: {@code
     * specs/aqua-manifest.schema.json} beside the POM.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.schema.file")
    private File schemaFile;

    @Override
    boolean skipGoal() {
        return skipSchema;
    }

    @Override
    void act(MavenOutcome outcome) throws MojoExecutionException, MojoFailureException {
        Path file = place(schemaFile, baseDirectory().resolve("specs").resolve(ManifestSchema.FILE));
        List<Diagnostic> problems = new ArrayList<>(write(file, ManifestSchema.bytes(), ManifestSchema::isOne));
        problems.addAll(write(file.resolveSibling(RunSchema.FILE), RunSchema.bytes(), RunSchema::isOne));
        outcome.show(problems, false);
        outcome.finish(problems, Strictness.ERRORS_STOP);
        getLog().info("An editor takes it from the first line of a YAML manifest beside it:"
                + " # yaml-language-server: $schema=" + file.getFileName());
    }

    private List<Diagnostic> write(Path file, byte[] schema, Predicate<byte[]> isOne) {
        try {
            byte[] there = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            if (Arrays.equals(there, schema)) {
                getLog().info(shown(file) + " is up to date.");
                return List.of();
            }
            if (there.length > 0 && !isOne.test(there)) {
                return List.of(
                        Diagnostic.of(TargetCode.BAD_PROPERTY, shown(file) + " is another file, which stays as it is")
                                .fix("name a file of its own with -Daqua.schema.file"));
            }
            Files.createDirectories(file.getParent());
            Files.write(file, schema);
            getLog().info((there.length > 0 ? "Renewed " : "Wrote ") + shown(file) + ".");
            return List.of();
        } catch (IOException e) {
            return List.of(LocalTrouble.diagnostic(e, file, "aqua.schema.file")
                    .why("An editor reads the schema from a file."));
        }
    }
}
