package io.github.aquaspec.spec.model;

/** The version of AQuA that a job asks for. */
public enum Version {
    /** Stateless only. */
    V1_0("1.0"),
    /** Stateful when partner and project are given. */
    V1_1("1.1"),
    /** Undocumented today, used by clients in production; behaves as 1.1. */
    V1_2("1.2");

    private final String word;

    Version(String word) {
        this.word = word;
    }

    /** The text AQuA uses in a request. */
    public String word() {
        return word;
    }

    public boolean allowsState() {
        return this != V1_0;
    }
}
