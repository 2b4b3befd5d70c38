package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.emulator.file.ResultFile;
import io.github.aquaspec.emulator.job.JobJson;
import io.github.aquaspec.emulator.job.JobRequest;
import io.github.aquaspec.emulator.job.JobView;
import io.github.aquaspec.emulator.job.Jobs;
import io.github.aquaspec.emulator.job.Jobs.Submission;
import io.github.aquaspec.emulator.job.MalformedRequest;
import io.github.aquaspec.emulator.job.RequestReader;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The AQuA operations: submit a job, ask for it, download a file. */
final class AquaEndpoints {

    /** What a file over the limit is answered with (Zuora developer reference, Retrieve a file). */
    private static final String TOO_LARGE =
            "<error><security:max-object-size>2047MB</security:max-object-size></error>";

    private final RequestReader reader;
    private final Jobs jobs;
    private final Settings settings;
    private final JobJson json;

    AquaEndpoints(RequestReader reader, Jobs jobs, Settings settings) {
        this.reader = reader;
        this.jobs = jobs;
        this.settings = settings;
        this.json = new JobJson(settings);
    }

    Response submit(Request request) {
        JobRequest job;
        try {
            job = reader.read(request.body());
        } catch (MalformedRequest e) {
            return Errors.malformed(settings.get(e.isJson() ? Setting.BAD_VALUE_STATUS : Setting.MALFORMED_STATUS));
        }
        Submission submission = jobs.submit(job);
        if (submission instanceof Submission.Rejected rejected) {
            return Response.json(200, json.rejected(rejected.request(), rejected.rejection()));
        }
        return Response.json(200, json.job(((Submission.Accepted) submission).job()));
    }

    Response job(String id) {
        return answer(jobs.poll(id), Setting.UNKNOWN_JOB, JobJson.unknownJob());
    }

    Response cancel(String id) {
        return answer(jobs.cancel(id), Setting.CANCEL_REFUSED, JobJson.cannotCancel());
    }

    /** The newest completed job of a session (Zuora developer reference, Retrieve the last completed job). */
    Response lastJob(String partner, String project) {
        return answer(jobs.lastCompleted(partner, project), Setting.NO_LAST_JOB, JobJson.unknownJob());
    }

    private Response answer(Optional<JobView> job, Setting<String> otherwise, ObjectNode refusal) {
        return job.map(j -> Response.json(200, json.job(j)))
                .orElseGet(() -> Response.json(Integer.parseInt(settings.get(otherwise)), refusal));
    }

    Response file(String id) throws IOException {
        Optional<ResultFile> found = jobs.file(id);
        if (found.isEmpty()) {
            return unknownFile(id);
        }
        Body body = Body.of(found.get());
        return body.length() > settings.get(Setting.MAX_FILE_BYTES)
                ? Response.xml(403, TOO_LARGE)
                : new Response(200, Map.of("Content-Type", found.get().format().contentType()), body);
    }

    /** Whether a file can be had (Zuora developer reference, Retrieve the status of a file). */
    Response fileStatus(String id) {
        if (jobs.file(id).isEmpty()) {
            return unknownFile(id);
        }
        return Response.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("success", true)
                        .put("accessible", true)
                        .put("status", "RESTORED"));
    }

    private Response unknownFile(String id) {
        String what = "a file with id " + id;
        return settings.get(Setting.UNKNOWN_FILE_BODY).equals("reasons")
                ? Errors.notFound(what)
                : Errors.systemError(404, "cannot find " + what);
    }
}
