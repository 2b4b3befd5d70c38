package io.github.aquaspec.bench;

import io.github.aquaspec.spec.JobSpecs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reading and checking a folder of manifests: how the time grows with their number, the first time and warm. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Measurement(iterations = 5)
@BenchmarkMode(Mode.SingleShotTime)
public class ManyManifestsBenchmark {

    private static final int QUERIES = 5;
    private static final int CHARACTERS = 200;

    @Param({"10", "100", "1000", "10000"})
    public int manifests;

    private Path folder;
    private List<Path> files;

    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("manifests");
        String text = Manifests.of(QUERIES, CHARACTERS);
        files = IntStream.range(0, manifests)
                .mapToObj(i -> folder.resolve(i + ".yaml"))
                .toList();
        for (Path file : files) {
            Files.writeString(file, text);
        }
    }

    @Benchmark
    @Warmup(iterations = 0)
    public long cold() {
        return read();
    }

    @Benchmark
    @Warmup(iterations = 10)
    public long warm() {
        return read();
    }

    private long read() {
        return files.stream()
                .filter(file -> JobSpecs.load(file).value().isPresent())
                .count();
    }

    @TearDown
    public void delete() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
