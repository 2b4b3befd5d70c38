package io.github.aquaspec.goal;

import io.github.aquaspec.report.Quantity;
import io.github.aquaspec.report.page.HtmlReport;
import io.github.aquaspec.run.failure.LocalTrouble;
import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Draws the last runs as one HTML page, {@code index.html} beside their receipts, of which it is made alone. Needs no network
 * and no credentials, and shows no cell of the data.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", requiresProject = false, threadSafe = true)
public class ReportMojo extends AquaMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.report.skip", defaultValue = "false")
    private boolean skipReport;

    /**
     * Where the receipts are, and where the page goes. Default: {@code aqua-reports} in the build folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.reportDirectory")
    private File reportDirectory;

    @Override
    boolean skipGoal() {
        return skipReport;
    }

    @Override
    void act(MavenOutcome outcome) throws MojoExecutionException, MojoFailureException {
        Path folder = place(reportDirectory, buildDirectory().resolve("aqua-reports"));
        List<Diagnostic> problems = write(folder);
        outcome.show(problems, false);
        outcome.finish(problems, Strictness.ERRORS_STOP);
    }

    private List<Diagnostic> write(Path folder) {
        try {
            Optional<HtmlReport> report = HtmlReport.write(folder, shownFrom());
            if (report.isEmpty()) {
                getLog().info("Nothing to report: there is no receipt in " + shown(folder) + "; aqua:run leaves them.");
                return List.of();
            }
            getLog().info("Wrote " + shown(report.get().file()) + " of "
                    + Quantity.of(report.get().receipts(), "receipt") + ".");
            return report.get().problems();
        } catch (IOException e) {
            return List.of(LocalTrouble.diagnostic(e, folder, "aqua.reportDirectory"));
        }
    }
}
