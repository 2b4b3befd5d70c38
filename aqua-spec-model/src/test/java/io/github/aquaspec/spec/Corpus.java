package io.github.aquaspec.spec;

import java.nio.file.Path;

/** Where the manifests of the tests lie. Paths are relative to the module, so that findings print the same anywhere. */
final class Corpus {

    static final Path SPECS = Path.of("src/test/resources/specs");
    static final Path VALID = SPECS.resolve("valid");
    static final Path INVALID = SPECS.resolve("invalid");

    private Corpus() {}
}
