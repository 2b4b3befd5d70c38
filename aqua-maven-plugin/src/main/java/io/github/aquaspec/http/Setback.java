package io.github.aquaspec.http;

/** Trouble that may be gone on the next try, by what the next try costs. */
public enum Setback {
    /** No connection, one that broke, or a server in trouble. */
    PASSING(5),
    /** Nobody answered in time; the next try may hold a connection as long. */
    TIMEOUT(10),
    /** The server wants fewer requests. */
    THROTTLED(5),
    /** An answer in which there is no sense, such as a login page. Twice may be an accident. */
    ODD_ANSWER(5);

    private final int cost;

    Setback(int cost) {
        this.cost = cost;
    }

    int cost() {
        return cost;
    }
}
