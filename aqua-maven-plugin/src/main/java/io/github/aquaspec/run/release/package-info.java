/** Published snapshots looked at again: whether each is whole, and which one may be released. */
package io.github.aquaspec.run.release;
