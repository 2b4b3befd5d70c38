package io.github.aquaspec.emulator;

import io.github.aquaspec.emulator.http.Credential;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wrote behind the jar at the prompt.
 *
 * @param script to be applied first
 */
record Arguments(EmulatorConfig config, Optional<Path> script) {

    static final String USAGE =
            "usage: java -jar aqua-emulator.jar [port] [id:secret …] [--directory DIR] [--script FILE]";

    private static final int DEFAULT_PORT = 8377;

    /**
     * The arguments, understood.
     *
     * @throws IllegalArgumentException when one means nothing; the message says which
     */
    static Arguments of(List<String> args) {
        List<String> plain = new ArrayList<>();
        Optional<Path> script = Optional.empty();
        EmulatorConfig config = EmulatorConfig.defaults();
        for (Iterator<String> at = args.iterator(); at.hasNext(); ) {
            String arg = at.next();
            if (arg.equals("--script")) {
                script = Optional.of(path(arg, at));
            } else if (arg.equals("--directory")) {
                config = config.withDirectory(path(arg, at));
            } else if (arg.startsWith("--")) {
                throw new IllegalArgumentException("there is no option " + arg);
            } else {
                plain.add(arg);
            }
        }
        int port = plain.isEmpty() ? DEFAULT_PORT : port(plain.get(0));
        Credential[] credentials = plain.stream().skip(1).map(Credential::parse).toArray(Credential[]::new);
        return new Arguments(config.withPort(port).withCredentials(credentials), script);
    }

    private static Path path(String option, Iterator<String> at) {
        if (!at.hasNext()) {
            throw new IllegalArgumentException(option + " needs a path behind it");
        }
        return Path.of(at.next());
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the port is a number, not \"" + text + '"', e);
        }
    }
}
