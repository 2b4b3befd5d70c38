package io.github.aquaspec.client;

import io.github.aquaspec.http.HttpAnswer;
import io.github.aquaspec.http.HttpCall;
import java.io.IOException;
import java.net.URI;

/**
 * {@code GET /v1/batch-query/jobs/partner/{partner}/project/{project}} (Zuora API reference, List the last completed
 * aggregate query job).
 */
record GetLastJob(String partner, String project) implements Operation<JobReply> {

    @Override
    public String action() {
        return "look up the last completed job of partner \"" + partner + "\" and project \"" + project + "\"";
    }

    @Override
    public HttpCall call(URI base) {
        String path = "/v1/batch-query/jobs/partner/" + Paths.segment(partner) + "/project/" + Paths.segment(project);
        return HttpCall.get(Paths.under(base, path)).with("Accept", "application/json");
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public JobReply read(HttpAnswer answer) throws IOException, CallFailedException {
        return JobReader.read(action(), answer);
    }
}
