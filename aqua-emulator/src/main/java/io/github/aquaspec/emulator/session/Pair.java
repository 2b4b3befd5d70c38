package io.github.aquaspec.emulator.session;

/**
 * What names a session of a tenant (Zuora documentation, Stateless and stateful modes). Upper and lower case differ.
 *
 * @param partner as sent
 * @param project as sent
 */
public record Pair(String partner, String project) {}
