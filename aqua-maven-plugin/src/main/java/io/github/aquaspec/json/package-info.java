/** JSON as a tree: read and written without a mapper, whose start takes longer than all that a small run says. */
package io.github.aquaspec.json;
