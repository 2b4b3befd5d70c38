/**
 * Vectors that any AQuA server has to pass, over plain HTTP. They know nothing of how the emulator works, and can be
 * pointed at a tenant.
 */
package io.github.aquaspec.emulator.conformance;
