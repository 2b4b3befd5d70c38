package io.github.aquaspec.goal;

import io.github.aquaspec.run.failure.BugCode;
import io.github.aquaspec.run.failure.LocalCode;
import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** The one translator from findings to what Maven shows and how a build ends. */
final class MavenOutcome {

    private final GuardedLog log;
    private final String goal;
    /** The codes of what was shown since it was last said where they are explained. */
    private final Set<String> shown = new TreeSet<>();

    MavenOutcome(GuardedLog log, String goal) {
        this.log = log;
        this.goal = goal;
    }

    /** Shows errors and warnings; notes only when asked, otherwise their number. */
    void show(Collection<Diagnostic> diagnostics, boolean notes) {
        int hidden = 0;
        for (Diagnostic diagnostic : diagnostics) {
            switch (diagnostic.severity()) {
                case ERROR, WARNING -> draw(diagnostic);
                case NOTE -> {
                    if (notes) {
                        draw(diagnostic);
                    } else {
                        hidden++;
                    }
                }
            }
        }
        if (hidden > 0) {
            log.info(hidden + (hidden == 1 ? " note" : " notes") + ", shown with -Daqua.notes");
        }
    }

    private void draw(Diagnostic diagnostic) {
        log.lines(diagnostic.severity(), TextRenderer.render(diagnostic));
        shown.add(diagnostic.code().id());
    }

    /**
     * Ends the goal, and says where all that was shown is explained.
     *
     * @throws MojoFailureException when the manifest, the data or Zuora is at fault
     * @throws MojoExecutionException when the machine or we are
     */
    void finish(Collection<Diagnostic> diagnostics, Strictness strictness)
            throws MojoExecutionException, MojoFailureException {
        if (!shown.isEmpty()) {
            log.info("Explained by: mvn aqua:explain -Daqua.code=" + String.join(",", shown));
            shown.clear();
        }
        List<Diagnostic> fatal =
                diagnostics.stream().filter(strictness::stopsAt).toList();
        if (fatal.isEmpty()) {
            return;
        }
        String summary = summary(fatal);
        if (fatal.stream().anyMatch(MavenOutcome::isOfTheMachine)) {
            throw new MojoExecutionException(summary);
        }
        throw new MojoFailureException(summary);
    }

    /** A mistake of ours, with what a maintainer would ask for. */
    MojoExecutionException bug(RuntimeException cause, String version) {
        return new MojoExecutionException(
                "error[" + BugCode.BUG.id() + "]: aqua:" + goal + " met something that should not happen: "
                        + cause.getClass().getSimpleName() + "\n  = why: this is a bug of aqua-maven-plugin " + version
                        + " (Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name")
                        + ")\n  = fix: please report it with the output of mvn -e",
                log.cause(cause));
    }

    private static boolean isOfTheMachine(Diagnostic found) {
        return found.code() instanceof LocalCode
                || found.code() instanceof BugCode
                || found.code() == StateCode.UNUSABLE
                || found.code() == StateCode.LOCKED
                || found.code() == StateCode.CLOCK_OFF;
    }

    private String summary(List<Diagnostic> fatal) {
        Diagnostic first = fatal.get(0);
        String more = fatal.size() == 1 ? "" : " (and " + (fatal.size() - 1) + " more, see above)";
        String place = first.where().map(w -> " at " + w.span()).orElse("");
        return log.line("aqua:" + goal + " failed: " + first.message() + place + " ["
                + first.code().id() + "]" + more);
    }
}
