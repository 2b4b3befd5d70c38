package io.github.aquaspec.spec.model;

/**
 * A finding that the author accepts.
 *
 * @param code id of the finding, such as {@code AQ431}
 * @param reason why; shown in the ledger
 */
public record Suppression(String code, String reason) {}
