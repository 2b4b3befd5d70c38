package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.session.QueryKey;
import io.github.aquaspec.emulator.session.Sessions;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the end of a job means to others: to its session, and to who wants to be told. */
final class Aftermath {

    private final Sessions sessions;
    private final Settings settings;

    Aftermath(Sessions sessions, Settings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    /** Moves the session of an ended job on, where the job does that; whether its files were fetched does not matter. */
    void advance(Job job, Status status, Instant now) {
        JobRequest request = job.request();
        boolean still = request.incrementalTime().isPresent() && !settings.get(Setting.INCREMENTAL_TIME_ADVANCES);
        if (still || !counts(status, Setting.SESSION_ADVANCES_ON)) {
            return;
        }
        Map<QueryKey, Instant> reached = new HashMap<>();
        for (int i = 0; i < job.loads().size(); i++) {
            if (!job.isIgnored(i)) {
                reached.put(
                        request.queries().get(i).key(settings.get(Setting.QUERY_NAME_MATTERS)),
                        job.loads().get(i).window().end());
            }
        }
        request.pair().ifPresent(pair -> sessions.advance(pair, reached, now));
    }

    /** The address to call, where an ended job wants that: its placeholders are replaced. */
    Optional<String> callout(JobView job) {
        if (settings.get(Setting.UI_CALLOUT) || !counts(job.status(), Setting.CALLOUT_ON)) {
            return Optional.empty();
        }
        String word = job.status().word();
        String status = Character.toUpperCase(word.charAt(0)) + word.substring(1);
        return job.request()
                .notifyUrl()
                .map(url -> url.replace("${JOBID}", job.id()).replace("${STATUS}", status));
    }

    private boolean counts(Status status, Setting<String> which) {
        return status == Status.COMPLETED || settings.get(which).equals("ended");
    }
}
