package io.github.aquaspec.planted.text;

/** Stands for the package text. */
public record Resident() {}
