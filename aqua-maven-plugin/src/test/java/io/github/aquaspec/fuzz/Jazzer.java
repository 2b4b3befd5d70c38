package io.github.aquaspec.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One run of Jazzer, which goes where the code leads it, in a JVM of its own. */
final class Jazzer {

    /** What libFuzzer and Jazzer leave with after a finding: a hang, an exception. */
    private static final List<Integer> FINDINGS = List.of(70, 77);

    private static final Pattern CAUSE = Pattern.compile("== Java Exception: .*|libFuzzer: timeout.*|.*OutOfMemory.*");
    private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+) ft: (\\d+) corp: (\\d+)");
    private static final Pattern INPUTS = Pattern.compile("stat::number_of_executed_units: (\\d+)");

    /**
     * How a run ended.
     *
     * @param finding how an input broke the contract, if one did
     * @param inputs how many were tried
     * @param edges of our code that they reached
     */
    record End(Optional<String> finding, long inputs, long edges) {}

    private Jazzer() {}

    static End run(Subject subject, boolean planted, int seconds) throws IOException, InterruptedException {
        String kind = planted ? "planted" : "real";
        Path folder = Path.of("target", "fuzz", subject.folder(), kind);
        Path found = Files.createDirectories(folder.resolve("corpus"));
        Path log = folder.resolve("jazzer.log");
        Process jazzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + JazzerMain.class.getName(),
                        "--target_args=" + subject + " " + kind,
                        "--instrumentation_includes=io.github.aquaspec.**",
                        "--custom_hook_includes=io.github.aquaspec.**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-dict=" + Corpus.dictionary(subject),
                        "-max_total_time=" + seconds,
                        "-timeout=10",
                        "-max_len=4096",
                        "-seed=20261126",
                        "-print_final_stats=1",
                        found.toString(),
                        Corpus.ROOT.resolve(subject.folder()).toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code = jazzer.waitFor();
        String output = Files.readString(log, StandardCharsets.ISO_8859_1);
        if (code != 0 && !FINDINGS.contains(code)) {
            throw new IllegalStateException("Jazzer ended with " + code + ", see " + log);
        }
        Optional<String> finding = code == 0
                ? Optional.empty()
                : Optional.of(last(CAUSE, output).orElse("ended with " + code) + ", see " + log);
        return new End(finding, number(INPUTS, output), number(COVERAGE, output));
    }

    private static long number(Pattern pattern, String output) {
        return last(pattern, output)
                .map(text -> Long.parseLong(text.replaceAll("^\\D*(\\d+).*", "$1")))
                .orElse(0L);
    }

    private static Optional<String> last(Pattern pattern, String output) {
        return pattern.matcher(output).results().map(MatchResult::group).reduce((first, second) -> second);
    }
}
