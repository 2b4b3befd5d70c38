package io.github.aquaspec.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The codes of a report, each with its page.
 *
 * @param codes those that were found, by id
 */
record SarifRules(List<Code> codes) {

    static SarifRules of(ManifestSet set) {
        Map<String, Code> codes = new TreeMap<>();
        Stream.concat(
                        set.diagnostics().stream(),
                        set.manifests().stream()
                                .flatMap(m -> m.loaded().suppressed().stream())
                                .map(Loaded.Suppressed::diagnostic))
                .map(Diagnostic::code)
                .forEach(code -> codes.put(code.id(), code));
        return new SarifRules(List.copyOf(codes.values()));
    }

    int index(Code code) {
        return codes.indexOf(code);
    }

    void write(ArrayNode rules) {
        for (Code code : codes) {
            DiagnosticPage page = DiagnosticPage.of(code);
            ObjectNode rule = rules.addObject();
            rule.put("id", code.id());
            rule.putObject("shortDescription").put("text", page.title());
            rule.putObject("fullDescription").put("text", code.why());
            rule.putObject("help").put("text", String.join("\n", page.lines())).put("markdown", page.markdown());
            rule.putObject("defaultConfiguration").put("level", code.severity().word());
        }
    }
}
