package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.source.Span;

/** One value of a manifest as it stands in the file, before anybody knows what it should be. */
public sealed interface Node permits MappingNode, SequenceNode, ScalarNode {

    /** The whole value in the file. */
    Span span();

    /** What a user would call it: {@code a mapping}, {@code a list}, {@code text}, {@code nothing}. */
    String kind();
}
