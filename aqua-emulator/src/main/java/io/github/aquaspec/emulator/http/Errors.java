package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Error bodies in the two shapes of the {@code /v1} API (Zuora developer reference, Error codes). */
final class Errors {

    private Errors() {}

    static Response unauthorized() {
        return reasons(401, 90000011, "this resource is protected, please sign in first");
    }

    static Response notFound(String what) {
        return reasons(404, 50000040, "Cannot find " + what);
    }

    static Response methodNotSupported(String method) {
        return reasons(405, 50000045, "The method " + method + " is not supported here");
    }

    static Response badRequest(String what) {
        return reasons(400, 50000020, what);
    }

    /** A body that is no request. */
    static Response malformed(int status) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("success", false);
        json.put("code", 50000090);
        json.put("message", "Oops, request is malformed. Please check your request.");
        return Response.json(status, json);
    }

    static Response internal(String what) {
        return reasons(500, 50000060, what);
    }

    private static Response reasons(int status, int code, String message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("success", false);
        json.put("processId", String.format("%016X", System.nanoTime()));
        json.putArray("reasons").addObject().put("code", code).put("message", message);
        return Response.json(status, json);
    }
}
