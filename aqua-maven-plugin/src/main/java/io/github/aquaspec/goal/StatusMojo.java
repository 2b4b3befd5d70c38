package io.github.aquaspec.goal;

import io.github.aquaspec.run.JobDesk;
import io.github.aquaspec.run.JobStanding;
import io.github.aquaspec.run.NamedJob;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Shows how the jobs stand that were submitted last for the manifests, or the one that {@code aqua.jobId} names: the
 * state of each, and of each batch with its records.
 *
 * @since 0.1.0
 */
@Mojo(name = "status", requiresProject = false, threadSafe = true)
public class StatusMojo extends JobsMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.status.skip", defaultValue = "false")
    private boolean skipStatus;

    @Inject
    public StatusMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    boolean skipGoal() {
        return skipStatus;
    }

    @Override
    List<JobStanding> ask(JobDesk desk, List<NamedJob> jobs) throws IOException, InterruptedException {
        return desk.standing(jobs);
    }
}
