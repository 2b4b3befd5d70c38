package io.github.aquaspec.planted.source;

import io.github.aquaspec.planted.text.Resident;

/** Breaks a rule on purpose: source may not use text. */
public record Intruder(Resident forbidden) {}
