package io.github.aquaspec.planted.zoql;

import io.github.aquaspec.planted.text.Resident;

/** Breaks a rule on purpose: zoql may not use text. */
public record Intruder(Resident forbidden) {}
