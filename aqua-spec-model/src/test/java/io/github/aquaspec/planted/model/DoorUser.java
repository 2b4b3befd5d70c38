package io.github.aquaspec.planted.model;

import io.github.aquaspec.planted.FrontDoor;

/** Breaks a rule on purpose: nobody uses the front door. */
public record DoorUser(FrontDoor forbidden) {}
