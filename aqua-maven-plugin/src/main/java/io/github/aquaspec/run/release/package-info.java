/** From the published snapshots to the one that may be released, and what is wrong with the others. */
package io.github.aquaspec.run.release;
