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
 * Cancels the jobs that were submitted last for the manifests, or the one that {@code aqua.jobId} names. A job that has
 * ended already stays as it is.
 *
 * @since 0.1.0
 */
@Mojo(name = "cancel", requiresProject = false, threadSafe = true)
public class CancelMojo extends JobsMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.cancel.skip", defaultValue = "false")
    private boolean skipCancel;

    @Inject
    public CancelMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    boolean skipGoal() {
        return skipCancel;
    }

    @Override
    List<JobStanding> ask(JobDesk desk, List<NamedJob> jobs) throws IOException, InterruptedException {
        return desk.cancelled(jobs);
    }
}
