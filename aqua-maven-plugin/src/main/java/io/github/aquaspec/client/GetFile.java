package io.github.aquaspec.client;

import io.github.aquaspec.http.HttpAnswer;
import io.github.aquaspec.http.HttpCall;
import java.io.IOException;
import java.net.URI;

/**
 * {@code GET /v1/files/{id}} (Zuora API reference, Retrieve a file). The identity encoding is asked for, so that no hop
 * wraps the file once more and its length can be told.
 */
record GetFile<T>(String fileId, FileReader<T> reader) implements Operation<T> {

    @Override
    public String action() {
        return "download file " + fileId;
    }

    @Override
    public HttpCall call(URI base) {
        return HttpCall.get(Paths.under(base, "/v1/files/" + Paths.segment(fileId)))
                .with("Accept-Encoding", "identity");
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean forgetsBrokenBodies() {
        return false;
    }

    @Override
    public T read(HttpAnswer answer) throws IOException {
        return reader.read(answer.body());
    }
}
