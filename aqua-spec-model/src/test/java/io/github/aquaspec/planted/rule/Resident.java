package io.github.aquaspec.planted.rule;

/** Stands for the package rule. */
public record Resident() {}
