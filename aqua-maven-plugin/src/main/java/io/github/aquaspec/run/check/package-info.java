/**
 * Judges what is asked and what came, and remembers what it is judged by: each check says what it expected and what it got.
 */
package io.github.aquaspec.run.check;
