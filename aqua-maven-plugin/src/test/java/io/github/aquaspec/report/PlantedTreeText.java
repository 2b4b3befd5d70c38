package io.github.aquaspec.report;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A reporter that asks a tree for its text: breaks the rule against mappers, to show that it can be broken. */
public interface PlantedTreeText {

    default String text(ObjectNode tree) {
        return tree.toString();
    }
}
