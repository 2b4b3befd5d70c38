package io.github.aquaspec.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.run.event.EarlierRun;
import io.github.aquaspec.run.event.QueryCheck;
import io.github.aquaspec.run.event.RequestStep;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.plan.JobPlan;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the run of one manifest is known to have done so far. Who writes a receipt of it holds its monitor, so that none is
 * replaced by an older one.
 */
final class Chronicle {

    private final Timeline timeline = new Timeline();
    private final List<QueryCheck> checks = new ArrayList<>();
    private List<EarlierRun> earlier = List.of();
    private Optional<JobPlan> plan = Optional.empty();
    private Optional<String> runKey = Optional.empty();
    private Optional<String> jobId = Optional.empty();
    private Optional<Instant> begun = Optional.empty();
    private RunStep step = RunStep.PLAN;
    private int sent;
    private int repeated;
    private boolean ended;

    /** Takes down what happens. */
    synchronized void add(Instant at, RunEvent event) {
        timeline.add(at, event);
        if (event instanceof RunEvent.Requested requested) {
            count(requested.step());
        } else if (event instanceof RunEvent.Started started) {
            plan = Optional.of(started.plan());
            earlier = started.earlier();
            begun = Optional.of(at);
            step = RunStep.SUBMIT;
        } else if (event instanceof RunEvent.Submitted submitted) {
            plan = Optional.of(submitted.plan());
            runKey = submitted.runKey();
            jobId = Optional.of(submitted.jobId());
            step = RunStep.AWAIT;
        } else if (event instanceof RunEvent.GivenUp) {
            checks.clear();
            jobId = Optional.empty();
            step = RunStep.SUBMIT;
        } else if (event instanceof RunEvent.Fetching) {
            step = RunStep.DOWNLOAD;
        } else if (event instanceof RunEvent.Checked checked) {
            checks.addAll(checked.checks());
            if (checked.checks().stream().anyMatch(check -> check.kind() != QueryCheck.Kind.INTEGRITY)) {
                step = RunStep.PUBLISH;
            }
        } else if (event instanceof RunEvent.Ended) {
            ended = true;
        }
    }

    private void count(RequestStep request) {
        if (request instanceof RequestStep.Sent) {
            sent++;
        } else if (request instanceof RequestStep.Repeated) {
            repeated++;
        }
    }

    synchronized boolean isEnded() {
        return ended;
    }

    synchronized Optional<JobPlan> plan() {
        return plan;
    }

    /** The checks in the order of the queries, those of the session last. */
    synchronized List<QueryCheck> checks() {
        return checks.stream()
                .sorted(Comparator.comparing(check -> check.query().orElse(Integer.MAX_VALUE)))
                .toList();
    }

    /** When the run of the manifest began; absent where it never did. */
    synchronized Optional<Instant> begun() {
        return begun;
    }

    /** How far it has come. */
    synchronized RunStep step() {
        return step;
    }

    /** What names the run and its job. */
    synchronized void writeNames(ObjectNode receipt) {
        runKey.ifPresent(key -> receipt.put("runKey", key));
        jobId.ifPresent(id -> receipt.put("jobId", id));
    }

    /** What is sent, what was done, and what was done before. */
    synchronized void write(ObjectNode receipt) throws IOException {
        if (plan.isPresent()) {
            plan.get().window().ifPresent(window -> ReceiptJson.window(receipt, window));
            if (!plan.get().request().isEmpty()) {
                receipt.set("request", ReceiptJson.parse(plan.get().request()));
            }
        }
        timeline.write(receipt.putArray("timeline"));
        receipt.putObject("requests").put("sent", sent).put("retried", repeated);
        ArrayNode made = receipt.putArray("checks");
        checks().forEach(check -> write(made.addObject(), check));
        ArrayNode before = receipt.putArray("earlier");
        earlier.forEach(run -> write(before.addObject(), run));
    }

    private static void write(ObjectNode json, QueryCheck check) {
        check.query().ifPresent(query -> json.put("query", query));
        json.put("name", check.name());
        json.put("check", check.kind().word());
        json.put("result", check.result().name().toLowerCase(Locale.ROOT));
        check.expected().ifPresent(text -> json.put("expected", text));
        check.found().ifPresent(text -> json.put("found", text));
        check.code().ifPresent(code -> json.put("code", code));
    }

    private static void write(ObjectNode json, EarlierRun run) {
        run.ended().ifPresent(at -> json.put("ended", at.toString()));
        run.jobId().ifPresent(id -> json.put("jobId", id));
        json.put("runKey", run.runKey());
        ArrayNode files = json.putArray("files");
        run.files()
                .forEach(file -> files.addObject()
                        .put("path", file.path())
                        .put("records", file.records())
                        .put("bytes", file.bytes()));
    }
}
