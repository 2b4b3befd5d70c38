package io.github.aquaspec.planted.zoql;

/** Stands for the package zoql. */
public record Resident() {}
