/** Judges what is asked and what came: each check says what it expected and what it got. */
package io.github.aquaspec.run.check;
