package io.github.aquaspec.planted.model;

/** Stands for the package model. */
public record Resident() {}
