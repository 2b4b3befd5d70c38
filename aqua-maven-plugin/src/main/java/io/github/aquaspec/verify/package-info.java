/**
 * Is this file complete and right? One pass over its bytes answers, and writes the content while it looks. Knows
 * nothing of jobs, HTTP or snapshots.
 */
package io.github.aquaspec.verify;
