package io.github.aquaspec.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.run.manifest.ManifestSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Writes what was found in manifests as SARIF 2.1.0, the format of review tools. Findings that a manifest accepts are in
 * it with their reason; no line of a manifest is, so no secret that stands in one.
 *
 * @param version of this plugin
 * @param workspace where files lie
 * @param pom the POM of the module, the place of what is wrong with the build and not with a manifest
 * @param redaction takes secrets out of a text
 */
public record SarifReport(String version, Workspace workspace, Optional<Path> pom, UnaryOperator<String> redaction) {

    private static final String NAME = "validate.sarif";
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /** Replaces the report in a folder. */
    public void write(Path directory, ManifestSet set) throws IOException {
        new ReceiptFile(directory.resolve(NAME)).write(ReceiptJson.bytes(ReceiptJson.redacted(log(set), redaction)));
    }

    private ObjectNode log(ManifestSet set) {
        SarifRules rules = SarifRules.of(set);
        ObjectNode log = ReceiptJson.object();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "aqua-maven-plugin");
        driver.put("version", version);
        rules.write(driver.putArray("rules"));
        run.putObject("automationDetails").put("id", category());
        run.putObject("originalUriBaseIds").putObject(SarifPlaces.ROOT).put("uri", folderUri(workspace.root()));
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode lineEnds = run.putArray("newlineSequences");
        lineEnds.add("\r\n").add("\n").add("\r");
        new SarifResults(run.putArray("results"), rules, new SarifPlaces(workspace, pom)).add(set);
        return log;
    }

    /** Tells the reports of several modules apart, where they are uploaded together. */
    private String category() {
        String module = pom.map(Path::getParent).flatMap(workspace::path).orElse("");
        return "aqua-validate/" + (module.isEmpty() ? "" : module + "/");
    }

    /** With a slash at its end, whether the folder exists or not. */
    private static String folderUri(Path folder) {
        String uri = folder.toUri().toString();
        return uri.endsWith("/") ? uri : uri + "/";
    }
}
