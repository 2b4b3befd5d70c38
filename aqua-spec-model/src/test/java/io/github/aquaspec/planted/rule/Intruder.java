package io.github.aquaspec.planted.rule;

import io.github.aquaspec.planted.text.Resident;

/** Breaks a rule on purpose: rule may not use text. */
public record Intruder(Resident forbidden) {}
