package io.github.aquaspec.goal;

import io.github.aquaspec.report.DiagnosticPage;
import io.github.aquaspec.run.failure.AllCodes;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows the page of a code, such as {@code -Daqua.code=AQ201}: what it means, why it matters, what to do. Needs no
 * project and no network.
 *
 * @since 0.1.0
 */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public class ExplainMojo extends AquaMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.explain.skip", defaultValue = "false")
    private boolean skipExplain;

    /**
     * The code that stands behind a finding, such as {@code AQ201}, in any case; several separated by commas. Default:
     * a list of all codes.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.code")
    private String code;

    @Override
    boolean skipGoal() {
        return skipExplain;
    }

    @Override
    void act(MavenOutcome outcome) throws MojoExecutionException, MojoFailureException {
        List<String> ids = Stream.of(code == null ? "" : code)
                .flatMap(all -> Stream.of(all.split(",")))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
        if (ids.isEmpty()) {
            AllCodes.all()
                    .forEach(known -> getLog().info(
                                    known.id() + "  " + DiagnosticPage.of(known).title()));
            return;
        }
        List<Diagnostic> unknown = new ArrayList<>();
        for (String id : ids) {
            Optional<Code> known = AllCodes.find(id);
            known.ifPresentOrElse(
                    found -> DiagnosticPage.of(found).lines().forEach(getLog()::info), () -> unknown.add(unknown(id)));
        }
        outcome.show(unknown, false);
        outcome.finish(unknown, Strictness.ERRORS_STOP);
    }

    private static Diagnostic unknown(String id) {
        List<String> near = AllCodes.near(id);
        String meant = near.isEmpty() ? "" : "did you mean " + String.join(" or ", near) + "? ";
        return Diagnostic.of(TargetCode.BAD_PROPERTY, "no finding of this version has the code " + Quoted.of(id))
                .fix(meant + "mvn aqua:explain without aqua.code lists them all");
    }
}
