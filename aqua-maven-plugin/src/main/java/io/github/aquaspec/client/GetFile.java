package io.github.aquaspec.client;

import io.github.aquaspec.http.HttpAnswer;
import io.github.aquaspec.http.HttpCall;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * {@code GET /v1/files/{id}} (Zuora API reference, Retrieve a file). The identity encoding is asked for, so that no hop
 * wraps the file once more and its length can be told.
 */
record GetFile<T>(String fileId, FileReader<T> reader) implements Operation<T> {

    /** Of all statuses of success, 206 says that it is a part, and others that there is nothing. */
    private static final int WHOLE = 200;

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
    public T read(HttpAnswer answer) throws IOException, CallFailedException {
        if (answer.status() != WHOLE) {
            throw Answers.failed(
                    CallFailure.Kind.NOT_AQUA,
                    action(),
                    answer,
                    Optional.empty(),
                    "status " + answer.status() + " announces something else than a whole file");
        }
        return reader.read(new ServedFile(answer.body(), answer.endIsTold()));
    }
}
