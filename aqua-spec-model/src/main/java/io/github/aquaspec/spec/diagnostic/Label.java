package io.github.aquaspec.spec.diagnostic;

import io.github.aquaspec.spec.source.Span;

/**
 * A place with a word about it.
 *
 * @param span what is underlined
 * @param text what stands behind the underline; may be empty
 */
public record Label(Span span, String text) {}
