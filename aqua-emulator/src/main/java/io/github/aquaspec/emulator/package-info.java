/** A local AQuA server: start it, point any client at it, close it. */
package io.github.aquaspec.emulator;
