package io.github.aquaspec.planted.binding;

import io.github.aquaspec.planted.rule.Resident;

/** Breaks a rule on purpose: binding may not use rule. */
public record Intruder(Resident forbidden) {}
