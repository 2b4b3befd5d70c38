/**
 * The published directory: files, descriptor, sums; how it is staged, published and checked again. Knows nothing of
 * jobs, HTTP or verification.
 */
package io.github.aquaspec.snapshot;
