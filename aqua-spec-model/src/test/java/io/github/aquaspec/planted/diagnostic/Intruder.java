package io.github.aquaspec.planted.diagnostic;

import io.github.aquaspec.planted.model.Resident;

/** Breaks a rule on purpose: diagnostic may not use model. */
public record Intruder(Resident forbidden) {}
