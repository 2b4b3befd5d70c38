package io.github.aquaspec.emulator;

import io.github.aquaspec.emulator.http.Credential;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs the emulator at the prompt until Ctrl-C: {@code java -jar … [port] [id:secret …]}. */
public final class EmulatorMain {

    private static final int DEFAULT_PORT = 8377;

    private EmulatorMain() {}

    /**
     * Starts the emulator and waits.
     *
     * @param args the port, 8377 by default; then the credentials that may come in, any by default
     */
    public static void main(String[] args) throws InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            EmulatorConfig config = config(List.of(args));
            AquaEmulator emulator = AquaEmulator.start(config);
            Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "aqua-emulator-close"));
            out.print(emulator.greeting());
            out.println("Ctrl-C ends it.");
            Thread.currentThread().join();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            out.println("aqua-emulator: " + e.getMessage());
            out.println("usage: java -jar aqua-emulator.jar [port] [id:secret …]");
            System.exit(2);
        }
    }

    static EmulatorConfig config(List<String> args) {
        int port = args.isEmpty() ? DEFAULT_PORT : port(args.get(0));
        Credential[] credentials = args.stream().skip(1).map(Credential::parse).toArray(Credential[]::new);
        return EmulatorConfig.defaults().withPort(port).withCredentials(credentials);
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the port is a number, not \"" + text + '"', e);
        }
    }
}
