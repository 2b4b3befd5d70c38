package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** Error bodies in the shapes of the {@code /v1} API (Zuora developer reference, Error codes). */
final class Errors {

    /** Carries a request out. */
    interface Work {
        Response answer() throws IOException;
    }

    private Errors() {}

    static Response unauthorized() {
        return reasons(401, 90000011, "this resource is protected, please sign in first");
    }

    static Response notFound(String what) {
        return reasons(404, 50000040, "Cannot find " + what);
    }

    static Response methodNotSupported(String method, List<String> supported) {
        return reasons(405, 50000045, "The method " + method + " is not supported here")
                .with("Allow", String.join(", ", supported));
    }

    static Response badRequest(String what) {
        return reasons(400, 50000020, what);
    }

    /** A request whose key is taken by one under way. */
    static Response conflict(String what) {
        return reasons(409, 50000050, what);
    }

    /** A request whose key belongs to another request. */
    static Response unprocessable(String what) {
        return reasons(422, 50000030, what);
    }

    /**
     * A limit that is reached.
     *
     * @param seconds after which it is worth another try
     */
    static Response tooMany(String what, long seconds) {
        return reasons(429, 50000070, what).with("Retry-After", Long.toString(seconds));
    }

    /** A body that is no request. */
    static Response malformed(int status) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("success", false);
        json.put("code", 50000090);
        json.put("message", "Oops, request is malformed. Please check your request.");
        return Response.json(status, json);
    }

    /** The third shape: no success, and a word for a code (Zuora developer reference, Retrieve a file). */
    static Response systemError(int status, String what) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("reasons").addObject().put("code", "SystemError").put("message", what);
        return Response.json(status, json);
    }

    /** The answer of some work; where it breaks down, the answer that says so. */
    static Response answered(Work work) {
        try {
            return work.answer();
        } catch (IOException | RuntimeException e) {
            return reasons(500, 50000060, e.toString());
        }
    }

    private static Response reasons(int status, int code, String message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("success", false);
        json.put("processId", String.format("%016X", System.nanoTime()));
        json.putArray("reasons").addObject().put("code", code).put("message", message);
        return Response.json(status, json);
    }
}
