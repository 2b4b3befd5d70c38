package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.file.ResultFile;
import io.github.aquaspec.emulator.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Does to the content of an answer what a scenario says. Answers it is not made for pass unchanged. */
final class Misbehaviour {

    private Misbehaviour() {}

    static Response apply(Scenario scenario, Response response) throws IOException {
        Body body = response.body();
        if (scenario instanceof Scenario.AppendToFile append) {
            return appended(response, append.junk().getBytes(StandardCharsets.UTF_8));
        }
        if (scenario instanceof Scenario.SecondZipEntry second && isZip(response)) {
            return response.withBody(
                    new Body(Body.UNKNOWN, out -> TwoEntries.write(body, second.name(), second.content(), out)));
        }
        if (scenario instanceof Scenario.EditFile edit && body.file().isPresent()) {
            ResultFile file = body.file().get();
            return response.withBody(
                    body.changed(Body.UNKNOWN, out -> EditedFile.write(file.path(), edit.edit(), edit.record(), out)));
        }
        return scenario instanceof Scenario.OfJob ofJob ? JobTrouble.apply(ofJob, response) : response;
    }

    private static boolean isZip(Response response) {
        return response.headers().getOrDefault("Content-Type", "").startsWith("application/zip");
    }

    private static Response appended(Response response, byte[] junk) {
        Body body = response.body();
        long length = body.length() == Body.UNKNOWN ? Body.UNKNOWN : body.length() + junk.length;
        return response.withBody(new Body(length, out -> {
            body.content().writeTo(out);
            out.write(junk);
        }));
    }
}
