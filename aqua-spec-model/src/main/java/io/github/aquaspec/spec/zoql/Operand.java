package io.github.aquaspec.spec.zoql;

/** What stands on either side of an operator. */
public sealed interface Operand permits Column, Literal {

    Range range();
}
