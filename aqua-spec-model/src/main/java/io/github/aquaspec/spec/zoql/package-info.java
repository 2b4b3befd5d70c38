/**
 * Query text into a syntax tree with the place of everything in it, the date literals Zuora knows, and the objects it
 * exports. Start at {@link io.github.aquaspec.spec.zoql.Zoql}; the tree starts at {@link
 * io.github.aquaspec.spec.zoql.Query}.
 */
package io.github.aquaspec.spec.zoql;
