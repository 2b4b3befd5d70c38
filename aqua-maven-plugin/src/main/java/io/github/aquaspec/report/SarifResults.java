package io.github.aquaspec.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Findings as results of SARIF. */
final class SarifResults {

    private final ArrayNode results;
    private final SarifRules rules;
    private final SarifPlaces places;
    /** How often the same was found before, lines not looked at. */
    private final Map<String, Integer> before = new HashMap<>();

    SarifResults(ArrayNode results, SarifRules rules, SarifPlaces places) {
        this.results = results;
        this.rules = rules;
        this.places = places;
    }

    void add(ManifestSet set) {
        set.diagnostics().forEach(this::add);
        for (Manifest manifest : set.manifests()) {
            for (Loaded.Suppressed accepted : manifest.loaded().suppressed()) {
                add(accepted.diagnostic())
                        .putArray("suppressions")
                        .addObject()
                        .put("kind", "inSource")
                        .put("status", "accepted")
                        .put("justification", accepted.reason());
            }
        }
    }

    private ObjectNode add(Diagnostic diagnostic) {
        ObjectNode result = results.addObject();
        result.put("ruleId", diagnostic.code().id());
        result.put("ruleIndex", rules.index(diagnostic.code()));
        result.put("level", diagnostic.severity().word());
        result.putObject("message").put("text", text(message(diagnostic)));
        places.write(result, diagnostic);
        result.putObject("partialFingerprints").put("aquaFinding/v1", fingerprint(diagnostic));
        return result;
    }

    /** The sentences of a finding, as the console has them. */
    static String message(Diagnostic diagnostic) {
        return diagnostic.message()
                + "\nwhy: " + diagnostic.why()
                + diagnostic.fix().map(fix -> "\nfix: " + fix).orElse("");
    }

    /** No words of a manifest make a link: SARIF has those in plain text too. */
    static String text(String words) {
        return words.replace("](", "\\](");
    }

    /** The same for the same finding wherever its line has gone; the second of two equal ones has another. */
    private String fingerprint(Diagnostic diagnostic) {
        String same = diagnostic.code().id() + "\n" + places.name(diagnostic) + "\n" + diagnostic.message();
        return sha256(same + "\n" + before.merge(same, 1, Integer::sum));
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
