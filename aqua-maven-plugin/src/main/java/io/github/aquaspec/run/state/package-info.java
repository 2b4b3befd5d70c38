/**
 * What is remembered between runs: what was published last, which says where the next one begins, and which job is
 * known. Knows nothing of how a run goes.
 */
package io.github.aquaspec.run.state;
