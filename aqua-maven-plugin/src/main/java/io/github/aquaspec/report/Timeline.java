package io.github.aquaspec.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.run.event.JobState;
import io.github.aquaspec.run.event.RequestStep;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happened in the run of one manifest, in order of time. Guarded by its {@link Chronicle}. */
final class Timeline {

    private final List<ObjectNode> entries = new ArrayList<>();
    /** A job that this run did not submit. */
    private Optional<String> continued = Optional.empty();

    /** Adds what an event tells; some tell nothing that belongs here. */
    void add(Instant at, RunEvent event) {
        if (event instanceof RunEvent.Submitted submitted) {
            if (continued.filter(submitted.jobId()::equals).isPresent()) {
                event.state().ifPresent(job -> status(at, job));
            } else {
                entry(at, "submitted").put("job", submitted.jobId()).put("status", submitted.status());
            }
        } else if (event instanceof RunEvent.Continued goesOn) {
            continued = Optional.of(goesOn.jobId());
            entry(at, "continued").put("job", goesOn.jobId()).put("byKey", goesOn.byKey());
        } else if (event.state().isPresent()) {
            status(at, event.state().get());
        } else if (event instanceof RunEvent.Waiting waiting) {
            trouble(entry(at, "waiting"), waiting.trouble());
        } else if (event instanceof RunEvent.Requested told && told.step() instanceof RequestStep.Repeated again) {
            trouble(entry(at, "retried"), again.trouble()).put("request", again.request());
        } else if (event instanceof RunEvent.Opened opened) {
            opened.found().forEach(found -> trouble(entry(at, "opened"), found));
        } else if (event instanceof RunEvent.GivenUp given) {
            ObjectNode entry = entry(at, "given-up");
            given.jobId().ifPresent(job -> entry.put("job", job));
            entry.put("why", given.why().name().toLowerCase(Locale.ROOT));
        } else {
            ofFiles(at, event);
        }
    }

    private void ofFiles(Instant at, RunEvent event) {
        if (event instanceof RunEvent.Fetching fetching) {
            entry(at, "fetching").put("query", fetching.query());
        } else if (event instanceof RunEvent.FetchedAgain again) {
            trouble(entry(at, "again").put("query", again.query()), again.trouble());
        } else if (event instanceof RunEvent.FileVerified verified) {
            entry(at, "verified")
                    .put("query", verified.result().query())
                    .put("records", verified.result().records())
                    .put("bytes", verified.result().bytes());
        } else if (event instanceof RunEvent.SnapshotPublished) {
            entry(at, "published");
        } else if (event instanceof RunEvent.Ended) {
            entry(at, "ended");
        }
    }

    void write(ArrayNode json) {
        json.addAll(entries);
    }

    private void status(Instant at, JobState job) {
        ObjectNode entry = entry(at, "status").put("job", job.jobId()).put("status", job.status());
        ArrayNode batches = entry.putArray("batches");
        for (int query = 0; query < job.batches().size(); query++) {
            JobState.Batch batch = job.batches().get(query);
            ObjectNode json = batches.addObject().put("query", query);
            batch.name().ifPresent(name -> json.put("name", name));
            json.put("status", batch.status());
            batch.recordCount().ifPresent(count -> json.put("recordCount", count));
        }
    }

    private static ObjectNode trouble(ObjectNode entry, Diagnostic trouble) {
        return entry.put("code", trouble.code().id()).put("message", trouble.message());
    }

    private ObjectNode entry(Instant at, String what) {
        ObjectNode entry = ReceiptJson.object().put("at", at.toString()).put("what", what);
        entries.add(entry);
        return entry;
    }
}
