package io.github.aquaspec.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is the same for all receipts of a run.
 *
 * @param versions of what made them
 * @param environment where the run goes
 * @param endpoint its base URL, once it is known
 * @param scope whose records it gets there
 * @param shownFrom the folder that paths are shown from
 */
public record ReceiptHeader(
        Versions versions, String environment, Optional<String> endpoint, Scope scope, Path shownFrom) {

    /**
     * What made a receipt.
     *
     * @param plugin version of this plugin
     * @param maven version of Maven
     * @param java version of Java
     * @param os name and architecture of the operating system
     */
    public record Versions(String plugin, String maven, String java, String os) {

        /** Of what this code runs on. */
        public static Versions here(String plugin, String maven) {
            return new Versions(
                    plugin,
                    maven,
                    System.getProperty("java.version"),
                    System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        }
    }

    /**
     * The headers of each request that say on whose behalf it is sent.
     *
     * @param entityId one entity of a multi-entity tenant
     * @param orgIds organizations of a multi-org tenant
     * @param trackId what the build calls itself
     */
    public record Scope(Optional<String> entityId, Optional<String> orgIds, Optional<String> trackId) {

        /** The whole tenant. */
        public static final Scope TENANT = new Scope(Optional.empty(), Optional.empty(), Optional.empty());
    }

    void write(ObjectNode receipt) {
        receipt.put("plugin", versions.plugin());
        ObjectNode made = receipt.putObject("versions");
        made.put("maven", versions.maven());
        made.put("java", versions.java());
        made.put("os", versions.os());
        receipt.put("environment", environment);
        endpoint.ifPresent(url -> receipt.put("endpoint", url));
        scope.entityId().ifPresent(id -> receipt.put("entityId", id));
        scope.orgIds().ifPresent(ids -> receipt.put("orgIds", ids));
        scope.trackId().ifPresent(id -> receipt.put("trackId", id));
    }
}
