package io.github.aquaspec.planted.binding;

/** Stands for the package binding. */
public record Resident() {}
