/** The front door: a manifest in, a job spec or diagnostics out. */
package io.github.aquaspec.spec;
