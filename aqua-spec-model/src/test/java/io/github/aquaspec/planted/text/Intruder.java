package io.github.aquaspec.planted.text;

import io.github.aquaspec.planted.binding.Resident;

/** Breaks a rule on purpose: text may not use binding. */
public record Intruder(Resident forbidden) {}
