/** Result files: how cells and rows are written, in which container, and where the files lie. */
package io.github.aquaspec.emulator.file;
