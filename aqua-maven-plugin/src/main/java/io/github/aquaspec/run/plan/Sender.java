package io.github.aquaspec.run.plan;

import io.github.aquaspec.client.Identity;
import io.github.aquaspec.client.SubmitHead;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where requests would go, and what would go with each of them.
 *
 * @param target where; absent where the build does not say
 * @param identity how they say who we are
 * @param headers what else goes with each
 * @param userAgent what the server sees in its log
 */
public record Sender(Optional<Target> target, Identity identity, Map<String, String> headers, String userAgent) {

    public Sender {
        headers = Map.copyOf(headers);
    }

    /** The head of the request that submits a plan, its secrets drawn as dots. */
    public List<String> head(JobPlan plan, String idempotencyKey) {
        return new SubmitHead(
                        target.flatMap(Target::base),
                        target.isPresent() ? "(the emulator)" : "(no environment is set)",
                        identity,
                        headers,
                        userAgent)
                .lines(plan.request(), idempotencyKey);
    }
}
