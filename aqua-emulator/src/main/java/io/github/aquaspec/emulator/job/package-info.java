/** Jobs: the request, its validation, its execution, what a client is told about it. */
package io.github.aquaspec.emulator.job;
