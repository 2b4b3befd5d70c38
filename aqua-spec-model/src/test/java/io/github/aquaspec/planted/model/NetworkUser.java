package io.github.aquaspec.planted.model;

import java.net.URI;

/** Breaks a rule on purpose: nothing reaches out. */
public record NetworkUser(URI forbidden) {}
