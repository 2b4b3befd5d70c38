package io.github.aquaspec.run.plan;

import io.github.aquaspec.run.state.RunKey;
import io.github.aquaspec.run.state.TargetIdentity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a request is submitted under, so that Zuora runs it once however often it arrives: the first answer is kept for 24
 * hours and comes back (Zuora developer reference, Idempotent requests). It follows from what the run is, so that a
 * machine which knows nothing finds the same job again.
 */
public final class IdempotencyKey {

    private IdempotencyKey() {}

    /**
     * The key of one attempt.
     *
     * @param plan whose request counts with its window open: it moves with the clock, and the run stays the same; a
     *     window that the build asks for does not move
     * @param attempt from 1; a later one means a new job
     */
    public static String of(TargetIdentity target, JobPlan plan, RunKey key, int attempt) {
        List<String> parts = List.of(
                target.name(),
                target.host(),
                target.entity().orElse(""),
                target.orgs().orElse(""),
                plan.id().text(),
                key.base(),
                Integer.toString(key.count()),
                Integer.toString(attempt),
                plan.isAgain() ? plan.request() : plan.open());
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return "aq1-" + HexFormat.of().formatHex(digest.digest());
    }

    /** The digest of a request, to tell later whether it is still the same. */
    public static String digest(String request) {
        return HexFormat.of().formatHex(sha256().digest(request.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
