package io.github.aquaspec.bench.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs lines of bash and measures them: bash itself counts the time of all processes of a line that it has waited for.
 *
 * @param folder where they run; what they say goes to files in it
 * @param environment what they find in theirs
 */
record Shell(Path folder, Map<String, String> environment) {

    private static final long LOOK_MILLIS = 20;

    /**
     * Runs a line to its end.
     *
     * @throws IllegalStateException when it ends badly
     */
    Cost time(String line) throws IOException, InterruptedException {
        Path measured = folder.resolve("measured.txt");
        Path said = folder.resolve("said.txt");
        // `wait` for what runs beside a pipe; the time goes to a descriptor of its own, past what the line says
        String script = "exec 3>" + measured + "\nTIMEFORMAT='%R %U %S'\nset -o pipefail\n" + "{ time { { " + line
                + "\n} > said.txt 2>&1; code=$?; wait; (exit $code); }; } 2>&3";
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).directory(folder.toFile());
        builder.environment().putAll(environment);
        Process process = builder.inheritIO().start();
        Peak peak = new Peak(process);
        while (!process.waitFor(LOOK_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS)) {
            peak.look();
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    line + "\nends with " + process.exitValue() + ":\n" + Files.readString(said));
        }
        String[] times = Files.readString(measured).strip().split(" ");
        return new Cost(
                Double.parseDouble(times[0]), Double.parseDouble(times[1]) + Double.parseDouble(times[2]), peak.most());
    }

    /** The most memory that each Java process below one had resident. */
    private static final class Peak {

        private final Process root;
        private final Map<Long, Long> seen = new HashMap<>();

        Peak(Process root) {
            this.root = root;
        }

        void look() {
            root.descendants().forEach(process -> {
                try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
                    Map<String, String> status = new HashMap<>();
                    lines.forEach(line -> status.put(line.split(":")[0], line.replaceAll("^[^:]*:\\s*", "")));
                    if ("java".equals(status.get("Name"))) {
                        String kib = status.getOrDefault("VmHWM", "0 kB").replace(" kB", "");
                        // one that has just ended tells nothing any more
                        seen.merge(process.pid(), Long.parseLong(kib.strip()), Math::max);
                    }
                } catch (IOException | java.io.UncheckedIOException e) {
                    // it has just ended
                }
            });
        }

        long most() {
            return seen.values().stream().mapToLong(Long::longValue).max().orElse(0);
        }
    }
}
