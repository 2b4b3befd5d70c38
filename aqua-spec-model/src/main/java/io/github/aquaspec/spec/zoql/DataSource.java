package io.github.aquaspec.spec.zoql;

import java.util.List;
import java.util.Optional;

/**
 * An object that a query can read.
 *
 * @param name as Zuora spells it
 * @param relations what a dot can join to it; absent where Zuora does not list it
 * @param deletedRows whether its deleted rows can be exported
 */
public record DataSource(String name, Optional<List<Relation>> relations, DeletedRows deletedRows) {

    /**
     * An object that a dot can join.
     *
     * @param name as Zuora spells it
     * @param tenantDependent whether it is there only with some feature of the tenant
     */
    public record Relation(String name, boolean tenantDependent) {}

    /** Whether {@code deleted} works for an object (Zuora documentation, Export deleted data). */
    public enum DeletedRows {
        /** Nothing is known against it. */
        EXPORTED,
        /** Zuora's documentation says it does not. */
        DOCUMENTED_AS_UNSUPPORTED,
        /** Users of AQuA report that it does not. */
        REPORTED_AS_UNSUPPORTED
    }

    public DataSource {
        relations = relations.map(List::copyOf);
    }

    /** The relation of this name, in any case. */
    public Optional<Relation> relation(String anyCase) {
        return relations.stream()
                .flatMap(List::stream)
                .filter(relation -> relation.name().equalsIgnoreCase(anyCase))
                .findFirst();
    }
}
