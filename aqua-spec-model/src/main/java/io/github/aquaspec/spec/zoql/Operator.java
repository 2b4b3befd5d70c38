package io.github.aquaspec.spec.zoql;

/** How two operands are compared (Zuora documentation, Export ZOQL: filter statements). */
public enum Operator {
    EQUAL("="),
    /** {@code !=}; also written {@code <>}, which Zuora does not document. */
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** As Zuora documents it. */
    public String sign() {
        return sign;
    }

    /** The operator that says the same with its operands swapped. */
    public Operator swapped() {
        return switch (this) {
            case EQUAL, NOT_EQUAL -> this;
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
        };
    }
}
