package io.github.aquaspec.report.page;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the receipts of a build have in common.
 *
 * @param facts where it ran and what ran it, by name, in the order to show them
 */
record Head(Optional<Instant> started, Optional<Instant> ended, Map<String, String> facts) {

    Head {
        facts = new LinkedHashMap<>(facts);
    }

    static Head of(Member receipt) {
        Map<String, String> facts = new LinkedHashMap<>();
        receipt.text("environment").ifPresent(environment -> facts.put("Environment", environment));
        receipt.text("endpoint").ifPresent(endpoint -> facts.put("Endpoint", endpoint));
        receipt.text("entityId").ifPresent(entity -> facts.put("Entity", entity));
        String orgs = receipt.text("orgIds").orElse(String.join(", ", receipt.texts("orgIds")));
        if (!orgs.isEmpty()) {
            facts.put("Organisations", orgs);
        }
        receipt.text("trackId").ifPresent(track -> facts.put("Track id", track));
        receipt.text("plugin").ifPresent(plugin -> facts.put("Plugin", plugin));
        Member versions = receipt.member("versions");
        versions.text("maven").ifPresent(maven -> facts.put("Maven", maven));
        versions.text("java").ifPresent(java -> facts.put("Java", java));
        versions.text("os").ifPresent(os -> facts.put("System", os));
        return new Head(receipt.instant("started"), receipt.instant("ended"), facts);
    }
}
