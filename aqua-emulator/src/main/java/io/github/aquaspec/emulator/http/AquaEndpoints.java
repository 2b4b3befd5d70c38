package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.file.ResultFile;
import io.github.aquaspec.emulator.job.JobJson;
import io.github.aquaspec.emulator.job.JobRequest;
import io.github.aquaspec.emulator.job.Jobs;
import io.github.aquaspec.emulator.job.Jobs.Submission;
import io.github.aquaspec.emulator.job.MalformedRequest;
import io.github.aquaspec.emulator.job.RequestReader;
import io.github.aquaspec.emulator.setting.Settings;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The AQuA operations: submit a job, ask for it, download a file. */
final class AquaEndpoints {

    private final RequestReader reader;
    private final Jobs jobs;
    private final JobJson json;

    AquaEndpoints(RequestReader reader, Jobs jobs, Settings settings) {
        this.reader = reader;
        this.jobs = jobs;
        this.json = new JobJson(settings);
    }

    Response submit(Request request) {
        JobRequest job;
        try {
            job = reader.read(request.body());
        } catch (MalformedRequest e) {
            return Errors.malformed(e.isJson() ? 200 : 400);
        }
        Submission submission = jobs.submit(job);
        if (submission instanceof Submission.Rejected rejected) {
            return Response.json(200, json.rejected(rejected.request(), rejected.rejection()));
        }
        return Response.json(200, json.job(((Submission.Accepted) submission).job()));
    }

    Response job(String id) {
        return Response.json(200, jobs.poll(id).map(json::job).orElseGet(JobJson::unknownJob));
    }

    Response file(String id) throws IOException {
        Optional<ResultFile> file = jobs.file(id);
        if (file.isEmpty()) {
            return Errors.notFound("a file with id " + id);
        }
        return new Response(
                200,
                Map.of("Content-Type", file.get().format().contentType()),
                Body.of(file.get().path()));
    }
}
