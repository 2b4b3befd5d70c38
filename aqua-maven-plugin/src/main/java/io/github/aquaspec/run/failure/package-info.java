/** Codes that a run can end with, beside those of its state, and the exception that carries one to where an outcome is made of it. */
package io.github.aquaspec.run.failure;
