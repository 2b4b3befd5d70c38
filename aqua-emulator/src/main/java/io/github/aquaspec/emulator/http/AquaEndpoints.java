package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.file.ResultFile;
import io.github.aquaspec.emulator.file.ResultFiles;
import io.github.aquaspec.emulator.job.JobJson;
import io.github.aquaspec.emulator.job.JobRequest;
import io.github.aquaspec.emulator.job.Jobs;
import io.github.aquaspec.emulator.job.Jobs.Submission;
import io.github.aquaspec.emulator.job.MalformedRequest;
import io.github.aquaspec.emulator.job.RequestReader;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The AQuA operations: submit a job, ask for it, download a file. */
final class AquaEndpoints {

    private final RequestReader reader;
    private final Jobs jobs;
    private final ResultFiles files;

    AquaEndpoints(RequestReader reader, Jobs jobs, ResultFiles files) {
        this.reader = reader;
        this.jobs = jobs;
        this.files = files;
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
            return Response.json(200, JobJson.rejected(rejected.request(), rejected.rejection()));
        }
        return Response.json(200, JobJson.job(((Submission.Accepted) submission).job()));
    }

    Response job(String id) {
        return Response.json(200, jobs.poll(id).map(JobJson::job).orElseGet(JobJson::unknownJob));
    }

    Response file(String id) throws IOException {
        Optional<ResultFile> file = files.find(id);
        if (file.isEmpty()) {
            return Errors.notFound("a file with id " + id);
        }
        return new Response(
                200,
                Map.of("Content-Type", file.get().format().contentType()),
                Body.of(file.get().path()));
    }
}
