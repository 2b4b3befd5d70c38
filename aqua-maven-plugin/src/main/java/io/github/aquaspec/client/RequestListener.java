package io.github.aquaspec.client;

import java.time.Duration;
import java.util.Optional;

/** Is told what becomes of requests, each time by the thread that sends them. No secret of the client is in what it is told. */
public interface RequestListener {

    /** Keeps nothing. */
    RequestListener NONE = new RequestListener() {
        @Override
        public void held(Request request, Duration wait) {}

        @Override
        public void sent(Request request) {}

        @Override
        public void answered(Request request, int status, Optional<String> requestId, long bytes, Duration took) {}

        @Override
        public void failed(Request request, CallFailure why, long bytes, Duration took) {}

        @Override
        public void repeats(Request request, CallFailure why, Duration wait) {}
    };

    /**
     * A request that goes out.
     *
     * @param method such as {@code GET}
     * @param path as it is sent
     * @param attempt counts its tries, from 1
     */
    record Request(String method, String path, int attempt) {}

    /** It will go out after a wait, for the host has asked another request to leave it alone. */
    void held(Request request, Duration wait);

    /** It goes out. */
    void sent(Request request);

    /**
     * It was answered, and the answer was read as far as anybody wanted it.
     *
     * @param requestId what Zuora Support asks for
     * @param bytes of the body that were read
     */
    void answered(Request request, int status, Optional<String> requestId, long bytes, Duration took);

    /**
     * It was not answered, or not to the end.
     *
     * @param bytes of a body that were read
     */
    void failed(Request request, CallFailure why, long bytes, Duration took);

    /** The same goes out once more, after a wait. */
    void repeats(Request request, CallFailure why, Duration wait);

    /** Bytes of a file have come. Told often: whoever does more than count slows the file down. */
    default void received(long bytes) {}
}
