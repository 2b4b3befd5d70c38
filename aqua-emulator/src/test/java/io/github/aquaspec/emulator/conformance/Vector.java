package io.github.aquaspec.emulator.conformance;

import java.util.function.Consumer;

/**
 * One thing that an AQuA server does, and how to see it.
 *
 * @param name a number, and a sentence
 * @param needs what it takes besides AQuA itself
 * @param check fails where the server does otherwise
 */
record Vector(String name, Needs needs, Consumer<Aqua> check) {

    /** What a vector takes besides AQuA itself. */
    enum Needs {
        NOTHING,
        A_PARTNER,
        AN_EMULATOR
    }

    static Vector anywhere(String name, Consumer<Aqua> check) {
        return new Vector(name, Needs.NOTHING, check);
    }

    static Vector withPartner(String name, Consumer<Aqua> check) {
        return new Vector(name, Needs.A_PARTNER, check);
    }

    static Vector emulated(String name, Consumer<Aqua> check) {
        return new Vector(name, Needs.AN_EMULATOR, check);
    }

    boolean runsAt(Tenant tenant) {
        return switch (needs) {
            case NOTHING -> true;
            case A_PARTNER -> tenant.partner().isPresent();
            case AN_EMULATOR -> tenant.isEmulator();
        };
    }
}
