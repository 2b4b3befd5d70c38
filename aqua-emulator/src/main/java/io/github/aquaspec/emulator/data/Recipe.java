package io.github.aquaspec.emulator.data;

import java.util.List;

/**
 * How sample values of a field are made.
 *
 * @param word the kind, such as {@code pick}; empty for the default of the field's type
 * @param arguments what the kind needs, such as the words to pick from
 */
record Recipe(String word, List<String> arguments) {

    Recipe {
        arguments = List.copyOf(arguments);
    }

    long number(int argument) {
        return Long.parseLong(arguments.get(argument));
    }
}
