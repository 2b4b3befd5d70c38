package io.github.aquaspec.run;

/** A step that prints: breaks the rule that the core is silent, to show that it can be broken. */
public final class PlantedLogger {

    private PlantedLogger() {}

    static void print() {
        System.out.println("planted");
    }
}
