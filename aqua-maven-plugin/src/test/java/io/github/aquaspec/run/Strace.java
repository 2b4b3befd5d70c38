package io.github.aquaspec.run;

import io.github.aquaspec.snapshot.OneThreadDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs a {@link TracedRun} under strace, which can end it, or let a call fail.
 *
 * @param log takes what strace writes
 * @param console takes what the run prints
 */
record Strace(Path log, Path console) {

    /** Whatever changes a disk, and what it takes to get there. */
    static final List<String> CALLS = List.of(
            "openat",
            "write",
            "pwrite64",
            "fsync",
            "fdatasync",
            "rename",
            "renameat",
            "renameat2",
            "mkdir",
            "unlink",
            "rmdir",
            "ftruncate");

    /** {@code 4711 fsync(12</tmp/a>) = 0}, or its beginning. */
    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\((.*)");

    /**
     * One call of a run.
     *
     * @param nth of its name, as strace counts
     * @param what the rest of the line
     */
    record Call(String name, int nth, String what) {}

    /** How the process has ended: its exit code, and the line in which it says so; all that it printed where there is none. */
    record End(int exit, String says) {}

    static Strace in(Path folder) {
        return new Strace(folder.resolve("strace.log"), folder.resolve("console.log"));
    }

    /** What the disk's thread did below the run's folder. */
    List<Call> calls(GoldenRun run) throws IOException, InterruptedException {
        End end = run(run, List.of());
        if (end.exit() != 0) {
            throw new IllegalStateException("the golden run has failed: " + Files.readString(console));
        }
        Map<String, Integer> counts = new HashMap<>();
        List<Call> calls = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            Matcher call = CALL.matcher(line);
            if (call.matches()) {
                String name = call.group(2);
                int nth = counts.merge(call.group(1) + name, 1, Integer::sum);
                boolean ahead =
                        nth > OneThreadDisk.AHEAD || !List.of("openat", "write").contains(name);
                if (CALLS.contains(name)
                        && ahead
                        && call.group(3).contains(run.folder().toString())) {
                    calls.add(new Call(name, nth, call.group(3)));
                }
            }
        }
        return calls;
    }

    /**
     * The process is gone before the call: it is held there, and killed. (Strace could send the signal itself, but only
     * where it stops every call of every kind, which takes ten times as long.)
     *
     * @return whether it came to that call
     */
    boolean killed(GoldenRun run, Call at) throws IOException, InterruptedException {
        Files.deleteIfExists(log);
        Process process = start(
                traced(List.of("-D", "-e", "inject=" + at.name() + ":delay_enter=60000000:when=" + at.nth())), run);
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            if (Files.exists(log) && hasReached(at)) {
                process.destroyForcibly();
                tracer().forEach(ProcessHandle::destroyForcibly); // or it would sit out the delay
                process.waitFor();
                return true;
            }
        }
        return false;
    }

    /** With -D it is no parent of the run, which is then ours to wait for. */
    private Stream<ProcessHandle> tracer() {
        return ProcessHandle.allProcesses().filter(process -> {
            // not process.info(): it leaves out arguments as long as ours
            try {
                String command = Files.readString(Path.of("/proc", process.pid() + "", "cmdline"));
                return command.startsWith("strace") && command.contains(log.toString());
            } catch (IOException e) {
                return false; // gone, or not ours
            }
        });
    }

    private boolean hasReached(Call at) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (String line : Files.readAllLines(log)) {
            int paren = line.indexOf(" " + at.name() + "(");
            if (paren > 0 && counts.merge(line.substring(0, paren).strip(), 1, Integer::sum) == at.nth()) {
                return true;
            }
        }
        return false;
    }

    /** The call fails, once. */
    End failing(GoldenRun run, Call at, String error) throws IOException, InterruptedException {
        return run(run, List.of("-e", "inject=" + at.name() + ":error=" + error + ":when=" + at.nth()));
    }

    /** The same of the first call that is about a path. */
    End failing(GoldenRun run, String name, Path path, String error) throws IOException, InterruptedException {
        return run(run, List.of("-P", path.toString(), "-e", "inject=" + name + ":error=" + error + ":when=1"));
    }

    private End run(GoldenRun run, List<String> options) throws IOException, InterruptedException {
        return run(traced(options), run);
    }

    private List<String> traced(List<String> options) {
        List<String> command =
                new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-qq", "-y", "-s", "0", "-o", log.toString()));
        command.addAll(List.of("-e", "trace=fcntl," + String.join(",", CALLS)));
        command.addAll(options);
        return command;
    }

    /** A {@link TracedRun} behind another command. */
    End run(List<String> before, GoldenRun run) throws IOException, InterruptedException {
        Process process = start(before, run);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("hangs: " + Files.readString(console));
        }
        List<String> lines = Files.readAllLines(console);
        return new End(
                process.exitValue(),
                lines.stream()
                        .filter(line -> line.startsWith(TracedRun.ENDED))
                        .findFirst()
                        .orElse(String.join("\n", lines)));
    }

    private Process start(List<String> before, GoldenRun run) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                TracedRun.class.getName(),
                run.url().toString(),
                run.folder().toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
    }
}
