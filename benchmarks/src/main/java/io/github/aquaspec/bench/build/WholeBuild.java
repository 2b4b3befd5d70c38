package io.github.aquaspec.bench.build;

import java.io.PrintStream;
import java.nio.file.Path;

/** What is measured of whole builds, each with a real Maven in a process of its own. */
public enum WholeBuild {
    /** One large result, against a pipe of curl, tee, gunzip and sha256sum. */
    END_TO_END("end-to-end", new EndToEnd()),
    /** What a goal costs that has next to nothing to do, beyond Maven itself. */
    START("start", new Start()),
    /** Many manifests at once. */
    MANY_JOBS("many-jobs", new ManyJobs()),
    /** Worked out, not measured. */
    POLLING("polling", new PollingLoss()),
    /** The memory of two gigabytes, beside that of two megabytes. */
    MEMORY("memory", new Memory()),
    /** Files beside each other, and one after another; and segments that become one file. */
    SIDE_BY_SIDE("side-by-side", new SideBySide()),
    /** More records, more queries, more manifests. */
    GROWTH("growth", new Growth());

    private final String word;
    private final Measurement measurement;

    WholeBuild(String word, Measurement measurement) {
        this.word = word;
        this.measurement = measurement;
    }

    /** A measurement that prints a table. */
    interface Measurement {
        void measure(Path work, PrintStream out) throws Exception;
    }

    public boolean isNamed(String name) {
        return word.equals(name);
    }

    /** Measures, and prints a table (Markdown). */
    public void measure(PrintStream out) throws Exception {
        out.println();
        out.println("## " + word);
        out.println();
        measurement.measure(Path.of(System.getProperty("bench.work")).toAbsolutePath(), out);
    }
}
