package io.github.aquaspec.emulator;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the emulator at the prompt until Ctrl-C. */
public final class EmulatorMain {

    private EmulatorMain() {}

    /**
     * Starts the emulator and waits.
     *
     * @param args the port, 8377 by default; then the credentials that may come in, any by default; anywhere
     *     options, as the usage lists them
     */
    public static void main(String[] args) throws InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            Arguments arguments = Arguments.of(List.of(args));
            AquaEmulator emulator = AquaEmulator.start(arguments.config());
            Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "aqua-emulator-close"));
            arguments.script().ifPresent(script -> emulator.apply(script.toString(), text(script)));
            out.print(emulator.greeting());
            out.println("Ctrl-C ends it.");
            Thread.currentThread().join();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            out.println("aqua-emulator: " + e.getMessage());
            out.println(Arguments.USAGE);
            System.exit(2);
        }
    }

    private static String text(Path script) {
        try {
            return Files.readString(script);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the script " + script, e);
        }
    }
}
