package io.github.aquaspec.planted.model;

import java.time.Clock;

/** Breaks a rule on purpose: nothing reads a clock. */
public record ClockUser(Clock forbidden) {}
