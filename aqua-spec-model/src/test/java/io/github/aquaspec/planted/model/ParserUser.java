package io.github.aquaspec.planted.model;

import org.yaml.snakeyaml.LoaderOptions;

/** Breaks a rule on purpose: only text sees a parser. */
public record ParserUser(LoaderOptions forbidden) {}
