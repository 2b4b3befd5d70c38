package io.github.aquaspec.emulator.job;

import java.util.UUID;

/** Ids as Zuora makes them: 32 lower-case hex characters. */
final class Ids {

    private Ids() {}

    static String next() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
