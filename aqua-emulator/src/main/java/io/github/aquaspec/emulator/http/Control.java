package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.data.RecordRejected;
import io.github.aquaspec.emulator.http.RouteTable.Found;
import java.io.IOException;

/**
 * What a person or a test asks of the emulator itself, below {@code /emulator}: JSON in and out, no credentials, no
 * misbehaviour, nothing in the log.
 */
public final class Control {

    private static final String ROOT = "/emulator";

    private final RouteTable routes;

    Control(
            Observation observation,
            ScenarioControl scenarios,
            SettingControl settings,
            ClockControl clock,
            RecordControl records,
            JobControl jobs,
            Reset reset) {
        this.routes = new RouteTable()
                .with("GET", ROOT + "/health", (request, parts) -> observation.health())
                .with("GET", ROOT + "/requests", (request, parts) -> observation.requests())
                .with("DELETE", ROOT + "/requests", (request, parts) -> observation.forget())
                .with("GET", ROOT + "/callouts", (request, parts) -> observation.callouts())
                .with("GET", ROOT + "/scenarios", (request, parts) -> scenarios.show())
                .with("POST", ROOT + "/scenarios", (request, parts) -> scenarios.add(request))
                .with("DELETE", ROOT + "/scenarios", (request, parts) -> scenarios.takeBack())
                .with("GET", ROOT + "/settings", (request, parts) -> settings.show())
                .with("POST", ROOT + "/settings", (request, parts) -> settings.set(request))
                .with("DELETE", ROOT + "/settings", (request, parts) -> settings.reset())
                .with("GET", ROOT + "/clock", (request, parts) -> clock.show())
                .with("POST", ROOT + "/clock", (request, parts) -> clock.move(request))
                .with("DELETE", ROOT + "/clock", (request, parts) -> clock.reset())
                .with("GET", ROOT + "/records/*", (request, parts) -> records.find(request, parts.get(0)))
                .with("POST", ROOT + "/records/*", (request, parts) -> records.insert(request, parts.get(0)))
                .with("GET", ROOT + "/records/*/*", (request, parts) -> records.one(parts.get(0), parts.get(1)))
                .with(
                        "PUT",
                        ROOT + "/records/*/*",
                        (request, parts) -> records.put(request, parts.get(0), parts.get(1)))
                .with(
                        "PATCH",
                        ROOT + "/records/*/*",
                        (request, parts) -> records.update(request, parts.get(0), parts.get(1)))
                .with("DELETE", ROOT + "/records/*/*", (request, parts) -> records.delete(parts.get(0), parts.get(1)))
                .with("GET", ROOT + "/jobs", (request, parts) -> jobs.all())
                .with("GET", ROOT + "/jobs/*", (request, parts) -> jobs.one(parts.get(0)))
                .with("POST", ROOT + "/reset", (request, parts) -> reset.answer(request));
    }

    static boolean isFor(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + '/');
    }

    Response answer(Request request, String path) {
        try {
            return granted(request, path);
        } catch (ControlFailure e) {
            return refusal(e);
        }
    }

    /** The answer to a body that is too long, or not encoded as its header says. */
    static Response unreadable(boolean tooLong) {
        String limit = "a body has at most " + HttpFront.LARGEST_BODY + " bytes (16 MiB), unzipped too; ";
        return refusal(
                tooLong
                        ? new ControlFailure(413, limit + "send long lists of records in parts")
                        : new ControlFailure(
                                400,
                                limit + "this one is longer, or not what its Content-Encoding says: send it plain"));
    }

    private static Response refusal(ControlFailure failure) {
        Response refusal = Response.json(failure.status(), ControlJson.object().put("error", failure.getMessage()));
        return failure.allowed().isEmpty() ? refusal : refusal.with("Allow", String.join(", ", failure.allowed()));
    }

    /**
     * Does what a script says, block by block, as if each had come over the wire.
     *
     * @throws ScriptFailure at the first block that is refused; those before it are done
     */
    public void apply(Script script) {
        for (Script.Block block : script.blocks()) {
            Request request = block.request();
            try {
                granted(request, PlainPath.of(request.path()));
            } catch (ControlFailure e) {
                throw new ScriptFailure(script.name(), block.line(), e.getMessage());
            }
        }
    }

    /** The answer of whoever answers there; all refusals in one shape. */
    private Response granted(Request request, String path) {
        Found found = routes.find(request.method(), path);
        if (found instanceof Found.OtherMethods others) {
            throw ControlFailure.otherMethods(path, request.method(), others.methods());
        }
        if (!(found instanceof Found.Answerer answerer)) {
            throw new ControlFailure(404, "nothing is at " + path + "; there are " + String.join(", ", routes.paths()));
        }
        try {
            return answerer.handler().answer(request, answerer.parts());
        } catch (RecordRejected e) {
            throw new ControlFailure(e.isUnknown() ? 404 : 400, e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new ControlFailure(400, e.getMessage());
        } catch (IOException e) {
            throw new ControlFailure(500, e.toString());
        }
    }
}
