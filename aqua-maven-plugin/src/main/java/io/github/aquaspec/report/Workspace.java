package io.github.aquaspec.report;

import io.github.aquaspec.spec.source.SourceText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Where files lie for those who review them.
 *
 * @param root the folder that reviewers count from: the checkout, where CI names it
 * @param shownFrom the folder that findings count from
 */
public record Workspace(Path root, Path shownFrom) {

    /** A build that stands in the checkout of GitHub Actions, perhaps deep in it; any other is its own root. */
    public static Workspace of(Path shownFrom, UnaryOperator<String> variables) {
        return Optional.ofNullable(variables.apply("GITHUB_WORKSPACE"))
                .map(Path::of)
                .map(Path::normalize)
                .filter(checkout -> checkout.isAbsolute() && shownFrom.startsWith(checkout))
                .map(checkout -> new Workspace(checkout, shownFrom))
                .orElse(new Workspace(shownFrom, shownFrom));
    }

    /** Where a file lies that findings name. */
    Path file(SourceText source) {
        return shownFrom.resolve(source.name()).normalize();
    }

    /** The path of a file from the root, with {@code /} between folders; empty for one that lies elsewhere. */
    Optional<String> path(Path file) {
        return file.startsWith(root) ? Optional.of(joined(root.relativize(file), false)) : Optional.empty();
    }

    /** The same as a relative URI. */
    Optional<String> uri(Path file) {
        return file.startsWith(root) ? Optional.of(joined(root.relativize(file), true)) : Optional.empty();
    }

    private static String joined(Path relative, boolean encoded) {
        return StreamSupport.stream(relative.spliterator(), false)
                .map(Path::toString)
                .map(name -> encoded ? encoded(name) : name)
                .collect(Collectors.joining("/"));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
