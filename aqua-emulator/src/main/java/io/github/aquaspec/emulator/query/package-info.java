/** From the text of a query to SQL over the records. */
package io.github.aquaspec.emulator.query;
