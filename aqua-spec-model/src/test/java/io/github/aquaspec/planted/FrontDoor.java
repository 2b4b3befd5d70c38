package io.github.aquaspec.planted;

/** Stands for the front door. */
public record FrontDoor() {}
