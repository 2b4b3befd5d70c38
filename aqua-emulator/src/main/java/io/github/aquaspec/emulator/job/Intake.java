package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.job.JobView.Batch;
import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.session.Sessions;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a job of a request: with all its queries, but without those that are to be left out. */
final class Intake {

    private final Admission admission;
    private final Permissions permissions;
    private final Sessions sessions;
    private final Loads loads;
    private final RetrievalTime retrievalTime;
    private final Settings settings;

    Intake(
            Admission admission,
            Permissions permissions,
            Sessions sessions,
            Loads loads,
            RetrievalTime retrievalTime,
            Settings settings) {
        this.admission = admission;
        this.permissions = permissions;
        this.sessions = sessions;
        this.loads = loads;
        this.retrievalTime = retrievalTime;
        this.settings = settings;
    }

    /**
     * The job of a request, or why there is none.
     *
     * @param last the last completed job of the pair
     * @param underWay how many jobs of its kind have not ended
     */
    Jobs.Submission take(JobRequest sent, Optional<JobView> last, long underWay, Instant now) {
        JobRequest request = Repetition.complete(sent, last.map(JobView::request), settings.get(Setting.MERGE_KEY));
        Optional<Rejection> rejection = admission.check(request, underWay);
        if (rejection.isPresent()) {
            return new Jobs.Submission.Rejected(request, rejection.get());
        }
        request.pair().ifPresent(pair -> sessions.requested(pair, now));
        return new Jobs.Submission.Accepted(submitted(withoutForbidden(request), now));
    }

    private JobRequest withoutForbidden(JobRequest request) {
        return settings.get(Setting.FORBIDDEN_QUERY).equals("absent")
                ? request.withQueries(request.queries().stream()
                        .filter(q -> !permissions.forbid(q))
                        .toList())
                : request;
    }

    /** A job before it starts; whether its loads are full is what the session says by now. */
    private JobView submitted(JobRequest request, Instant now) {
        List<Load> expected = loads.at(now, request);
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            batches.add(Batch.pending(
                    Ids.next(), request.queries().get(i), expected.get(i).isFull()));
        }
        return new JobView(
                Ids.next(),
                request,
                Status.SUBMITTED,
                now,
                Optional.empty(),
                Optional.empty(),
                request.incrementalTime().map(retrievalTime::instant),
                Optional.empty(),
                batches);
    }
}
