/** What a run tells: its steps, its results and how it ended. */
package io.github.aquaspec.run.event;
