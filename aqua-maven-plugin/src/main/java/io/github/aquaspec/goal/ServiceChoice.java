package io.github.aquaspec.goal;

import io.github.aquaspec.report.ReceiptHeader;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.plan.Target;
import io.github.aquaspec.run.state.TargetIdentity;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a build says about the service, as it says it: any part may be null. */
record ServiceChoice(
        String environment,
        String endpoint,
        String zone,
        String authentication,
        String serverId,
        String entityId,
        String orgIds,
        String trackId) {

    /** 32 hex digits, with or without hyphens (Zuora API reference, Introduction). */
    private static final Pattern ENTITY = Pattern.compile("[0-9A-Fa-f]{8}(-?[0-9A-Fa-f]{4}){3}-?[0-9A-Fa-f]{12}");

    /** Ways to say who we are. */
    enum Authentication {
        OAUTH,
        BASIC,
        KEYS
    }

    /** Whether the build does not say where jobs run. */
    boolean isSilent() {
        return given(environment).isEmpty() && given(endpoint).isEmpty();
    }

    Optional<Target> target(List<Diagnostic> problems) {
        return Target.of(given(environment), given(endpoint), problems).map(target -> zoned(target, problems));
    }

    private Target zoned(Target target, List<Diagnostic> problems) {
        if (given(zone).isEmpty()) {
            return target;
        }
        try {
            return target.in(ZoneId.of(given(zone).get()));
        } catch (DateTimeException e) {
            problems.add(Diagnostic.of(TargetCode.BAD_PROPERTY, "there is no zone \"" + zone + "\"")
                    .fix("set aqua.zone to one such as America/Los_Angeles, or to UTC"));
            return target;
        }
    }

    /** Whose records a run gets at a target. */
    TargetIdentity identity(Target target) {
        return target.identity(given(entityId), given(orgIds));
    }

    /** The same, and what the build calls itself, as receipts tell it. */
    ReceiptHeader.Scope scope() {
        return new ReceiptHeader.Scope(given(entityId), given(orgIds), given(trackId));
    }

    String serverIdText() {
        return given(serverId).orElse("zuora");
    }

    /** The way that the build asks for; empty when it leaves the choice to the credentials. */
    Optional<Authentication> authentication(List<Diagnostic> problems) {
        Optional<String> word = given(authentication);
        for (Authentication known : Authentication.values()) {
            if (word.filter(known.name()::equalsIgnoreCase).isPresent()) {
                return Optional.of(known);
            }
        }
        word.ifPresent(unknown ->
                problems.add(Diagnostic.of(TargetCode.BAD_PROPERTY, "there is no authentication \"" + unknown + "\"")
                        .fix("set aqua.authentication to oauth, basic or keys")));
        return Optional.empty();
    }

    /** The headers that go with every request (Zuora API reference, Introduction). */
    Map<String, String> headers(List<Diagnostic> problems) {
        Map<String, String> headers = new LinkedHashMap<>();
        given(entityId).ifPresent(id -> headers.put("Zuora-Entity-Ids", id));
        given(orgIds).ifPresent(ids -> headers.put("Zuora-Org-Ids", ids));
        given(trackId).ifPresent(id -> headers.put("Zuora-Track-Id", id));
        headers.forEach((name, value) -> {
            boolean track = name.equals("Zuora-Track-Id");
            if (!value.matches("[ -~]*") || (track && (value.length() > 64 || value.matches(".*[:;\"'].*")))) {
                problems.add(Diagnostic.of(TargetCode.BAD_PROPERTY, "the value for " + name + " cannot be a header")
                        .fix(track ? "use at most 64 ASCII characters, none of : ; \" '" : "use ASCII characters"));
            }
        });
        given(entityId)
                .filter(id -> !ENTITY.matcher(id).matches())
                .ifPresent(id -> problems.add(Diagnostic.of(
                                TargetCode.ODD_ENTITY,
                                id.contains(",")
                                        ? "aqua.entityId names more than one entity"
                                        : "aqua.entityId is no id of an entity")
                        .fix("set it to one id, such as 11e643f4-a3ee-8bad-b061-0025904c57d6")));
        return headers;
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(s -> !s.isEmpty());
    }
}
