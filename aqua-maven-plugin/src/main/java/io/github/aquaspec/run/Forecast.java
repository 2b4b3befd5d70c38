package io.github.aquaspec.run;

import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.RequestEstimate;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the next run of a manifest will do.
 *
 * @param plan with the request as it will be sent, or was; and with the files of a session whose queries are known
 * @param prospect what it begins with
 * @param head of the request that submits the job
 * @param requests how many it will take
 * @param said what is found before anything is sent
 * @param accepted findings that the manifest silences itself
 */
public record Forecast(
        JobPlan plan,
        Prospect prospect,
        List<String> head,
        RequestEstimate requests,
        List<Diagnostic> said,
        List<Suppressed> accepted) {

    public Forecast {
        head = List.copyOf(head);
        said = List.copyOf(said);
        accepted = List.copyOf(accepted);
    }

    /** The same, and more to say. */
    Forecast and(List<Diagnostic> more) {
        List<Diagnostic> all = Stream.concat(said.stream(), more.stream()).toList();
        return new Forecast(plan, prospect, head, requests, all, accepted);
    }
}
