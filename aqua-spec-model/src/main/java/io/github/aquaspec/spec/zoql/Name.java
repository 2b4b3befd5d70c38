package io.github.aquaspec.spec.zoql;

/**
 * A name as it is written. Zuora ignores the case of names (Zuora documentation, Export ZOQL).
 *
 * @param range where it stands
 * @param text the name, case kept
 */
public record Name(Range range, String text) {

    public boolean is(String other) {
        return text.equalsIgnoreCase(other);
    }

    public boolean is(Name other) {
        return is(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
