/** The AQuA protocol: one class per operation, the answers as records, and what can go wrong as values. */
package io.github.aquaspec.client;
