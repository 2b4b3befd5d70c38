/** What we tell the user: one finding with what, where, why and fix, and how it is drawn. */
package io.github.aquaspec.spec.diagnostic;
