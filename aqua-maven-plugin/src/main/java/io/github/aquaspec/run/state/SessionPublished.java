package io.github.aquaspec.run.state;

import io.github.aquaspec.spec.model.Session;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The last published job of a stateful manifest.
 *
 * @param identity whose records they are
 * @param partner names the session together with the project
 * @param project names the session together with the partner
 * @param jobId the job behind the snapshot
 * @param watermark its start, less the offset
 * @param queries what it ran, in the order of the files
 */
public record SessionPublished(
        TargetIdentity identity,
        String partner,
        String project,
        String jobId,
        Instant watermark,
        List<PublishedQuery> queries)
        implements Published {

    public SessionPublished {
        Objects.requireNonNull(identity, "identity");
        if (partner.isBlank() || project.isBlank()) {
            throw new IllegalArgumentException("a session has a partner and a project");
        }
        if (jobId.isBlank()) {
            throw new IllegalArgumentException("a job has an id");
        }
        Objects.requireNonNull(watermark, "watermark");
        queries = List.copyOf(queries);
        if (queries.isEmpty()) {
            throw new IllegalArgumentException("a published job has queries");
        }
    }

    /** What was published last, where that is of a session. */
    public static Optional<SessionPublished> of(Optional<Published> before, Session session) {
        return before.filter(SessionPublished.class::isInstance)
                .map(SessionPublished.class::cast)
                .filter(published -> published.isOf(session));
    }

    /** Whether it is of a session: it holds the names as the manifest had them. */
    public boolean isOf(Session session) {
        return session.partner().filter(partner::equals).isPresent()
                && session.project().filter(project::equals).isPresent();
    }

    /** In a sentence. */
    @Override
    public String toString() {
        return "job " + jobId + " of " + partner + "/" + project + ", up to " + watermark;
    }
}
