/**
 * A tree into a job spec: which keys there are, what each holds, and everything that is wrong with them at once.
 *
 * <p>Each {@code …Shape} class is the list of the keys of one object; a {@link
 * io.github.aquaspec.spec.binding.Reader} knows one kind of value.
 */
package io.github.aquaspec.spec.binding;
