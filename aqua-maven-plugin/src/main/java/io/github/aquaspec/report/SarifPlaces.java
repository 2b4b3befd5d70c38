package io.github.aquaspec.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Label;
import io.github.aquaspec.spec.source.Position;
import io.github.aquaspec.spec.source.Span;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where findings are, in SARIF. GitHub refuses a whole report for one result without a place, so what is wrong with the
 * build stands at the first line of its POM.
 */
record SarifPlaces(Workspace workspace, Optional<Path> pom) {

    static final String ROOT = "%SRCROOT%";

    void write(ObjectNode result, Diagnostic diagnostic) {
        ArrayNode locations = result.putArray("locations");
        diagnostic
                .where()
                .ifPresentOrElse(
                        where -> place(locations.addObject(), where),
                        () -> pom.ifPresent(file -> {
                            ObjectNode place = locations.addObject().putObject("physicalLocation");
                            file(place, file);
                            place.putObject("region").put("startLine", 1);
                        }));
        if (!diagnostic.related().isEmpty()) {
            ArrayNode related = result.putArray("relatedLocations");
            diagnostic.related().forEach(label -> place(related.addObject(), label));
        }
    }

    /** What names the file of a finding wherever the build runs. */
    String name(Diagnostic diagnostic) {
        Optional<Path> file =
                diagnostic.where().map(Label::span).map(Span::source).map(workspace::file);
        return file.or(() -> pom).flatMap(workspace::uri).orElse("");
    }

    private void place(ObjectNode location, Label label) {
        ObjectNode place = location.putObject("physicalLocation");
        file(place, workspace.file(label.span().source()));
        Position from = label.span().from();
        Position to = label.span().to();
        place.putObject("region")
                .put("startLine", from.line())
                .put("startColumn", from.column())
                .put("endLine", to.line())
                .put("endColumn", to.column());
        if (!label.text().isEmpty()) {
            location.putObject("message").put("text", SarifResults.text(label.text()));
        }
    }

    private void file(ObjectNode place, Path file) {
        ObjectNode artifact = place.putObject("artifactLocation");
        workspace
                .uri(file)
                .ifPresentOrElse(
                        uri -> artifact.put("uri", uri).put("uriBaseId", ROOT),
                        () -> artifact.put("uri", file.toUri().toString()));
    }
}
