package io.github.aquaspec.run;

import io.github.aquaspec.emulator.http.RecordedRequest;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.event.RunEvent.GivenUp.Why;
import java.util.List;

/** What is compared of a forecast and of the run that then came. */
final class Foreseen {

    private Foreseen() {}

    /** The key that a forecast names. */
    static String key(Forecast forecast) {
        String name = "Idempotency-Key: ";
        return forecast.head().stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElseThrow();
    }

    /** Why a forecast does not go on with the run before. */
    static Why instead(Forecast forecast) {
        return ((Prospect.SubmitsInstead) forecast.prospect()).why();
    }

    /** Why a run did not go on with the one before. */
    static Why givenUp(Rig rig) {
        return rig.events().stream()
                .filter(RunEvent.GivenUp.class::isInstance)
                .map(event -> ((RunEvent.GivenUp) event).why())
                .findFirst()
                .orElseThrow();
    }

    static String sentKey(Rig rig) {
        return submissions(rig).get(0).headers().get("Idempotency-Key").get(0);
    }

    static String body(Rig rig) {
        return submissions(rig).get(0).body();
    }

    static List<RecordedRequest> submissions(Rig rig) {
        return rig.recorded().stream()
                .filter(request -> request.path().equals("/v1/batch-query/"))
                .toList();
    }
}
