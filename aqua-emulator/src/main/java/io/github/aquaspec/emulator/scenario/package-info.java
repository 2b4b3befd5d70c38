/** Misbehaviour on request: what goes wrong, and on which occasion. */
package io.github.aquaspec.emulator.scenario;
