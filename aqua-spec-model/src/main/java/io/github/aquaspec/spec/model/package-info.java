/** The job spec as immutable values. It knows no text, no position, no file. */
package io.github.aquaspec.spec.model;
