package io.github.aquaspec.planted.model;

import io.github.aquaspec.planted.source.Resident;

/** Breaks a rule on purpose: model may not use source. */
public record Intruder(Resident forbidden) {}
