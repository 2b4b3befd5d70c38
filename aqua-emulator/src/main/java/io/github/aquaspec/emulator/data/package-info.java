/** The records: what objects there are, a database that holds them, sample data that join. */
package io.github.aquaspec.emulator.data;
