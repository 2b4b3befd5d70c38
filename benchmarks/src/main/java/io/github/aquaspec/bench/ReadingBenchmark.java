package io.github.aquaspec.bench;

import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.model.JobSpec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading and checking one manifest: the largest that Zuora takes, and how the time grows with its size. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadingBenchmark {

    /** Queries, and characters of each. */
    @Param({"1x100", "1x1000", "1x10000", "1x20000", "5x20000", "50x100", "50x1000", "50x20000"})
    public String size;

    private String text;

    @Setup
    public void write() {
        String[] parts = size.split("x");
        text = Manifests.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    @Benchmark
    public Loaded<JobSpec> read() {
        Loaded<JobSpec> loaded = JobSpecs.parse("bench.yaml", text);
        if (loaded.hasErrors()) {
            throw new IllegalStateException(loaded.diagnostics().toString());
        }
        return loaded;
    }
}
