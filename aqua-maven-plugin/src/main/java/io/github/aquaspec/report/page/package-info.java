/** Receipts into one page for people: what they tell is read as far as it can be, and drawn. */
package io.github.aquaspec.report.page;
