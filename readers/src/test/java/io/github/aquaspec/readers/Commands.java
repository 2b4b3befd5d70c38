package io.github.aquaspec.readers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs of this machine. */
final class Commands {

    private Commands() {}

    /** How one has ended, and what it has printed. */
    record End(int exit, String output) {}

    /** What one prints that must succeed. */
    static String run(Path folder, String... command) {
        End end = end(folder, command);
        if (end.exit() != 0) {
            throw new AssertionError(List.of(command) + " has failed: " + end.output());
        }
        return end.output();
    }

    static End end(Path folder, String... command) {
        try {
            Path output = Files.createTempFile("output", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int exit = process.waitFor();
            String printed = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new End(exit, printed);
        } catch (IOException e) {
            throw new AssertionError("needs " + command[0] + "; .ci/proof installs it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
