package io.github.aquaspec.planted.source;

/** Stands for the package source. */
public record Resident() {}
