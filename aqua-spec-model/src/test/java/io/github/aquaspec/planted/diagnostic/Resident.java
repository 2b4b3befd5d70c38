package io.github.aquaspec.planted.diagnostic;

/** Stands for the package diagnostic. */
public record Resident() {}
