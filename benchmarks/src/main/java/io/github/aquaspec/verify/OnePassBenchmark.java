package io.github.aquaspec.verify;

import io.github.aquaspec.bench.build.AccountCsv;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The one pass over a gzip result, and each of its stages alone, over the same 100 MB of CSV: what the whole costs beside
 * inflating, which nobody can do without.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 7, time = 2)
public class OnePassBenchmark {

    private static final int RECORDS = 720_000;
    private static final int CHUNK = 1 << 16;

    private byte[] csv;
    private byte[] gzip;
    private Path file;

    @Setup
    public void make() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        new AccountCsv(1).write(plain, RECORDS);
        csv = plain.toByteArray();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed, CHUNK)) {
            out.write(csv);
        }
        gzip = packed.toByteArray();
        file = Files.createTempFile("one-pass", ".csv");
    }

    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    /** Giving back the memory of the last file is nobody's work here. */
    @TearDown(Level.Invocation)
    public void truncate() throws IOException {
        Files.newOutputStream(file).close();
    }

    /** The JDK's inflater and nothing else. */
    @Benchmark
    public long inflate() throws DataFormatException {
        Inflater inflater = new Inflater(true);
        byte[] into = new byte[CHUNK];
        inflater.setInput(gzip, 10, gzip.length - 18);
        long bytes = 0;
        while (!inflater.finished()) {
            bytes += inflater.inflate(into);
        }
        inflater.end();
        return bytes;
    }

    /** The strict reader of gzip: inflater, checksum, ends; and the digest of what was served. */
    @Benchmark
    public long read() throws IOException, CorruptFileException {
        MeasuredInput served = new MeasuredInput(
                new ByteArrayInputStream(gzip),
                OutputStream.nullOutputStream(),
                Optional.of(new Sha256()),
                Long.MAX_VALUE);
        try (GzipContent content = new GzipContent(served)) {
            byte[] into = new byte[CHUNK];
            long bytes = 0;
            for (int read; (read = content.read(into, 0, CHUNK)) >= 0; ) {
                bytes += read;
            }
            return bytes;
        }
    }

    @Benchmark
    public long checksum() {
        CRC32 crc = new CRC32();
        for (int at = 0; at < csv.length; at += CHUNK) {
            crc.update(csv, at, Math.min(CHUNK, csv.length - at));
        }
        return crc.getValue();
    }

    /** The digest of the CSV. */
    @Benchmark
    public String hash() {
        Sha256 digest = new Sha256();
        for (int at = 0; at < csv.length; at += CHUNK) {
            digest.update(csv, at, Math.min(CHUNK, csv.length - at));
        }
        return digest.hex();
    }

    /** The CSV machine: records, widths, quotes, text. */
    @Benchmark
    public long scan() throws CorruptFileException {
        CsvMachine machine = new CsvMachine();
        for (int at = 0; at < csv.length; at += CHUNK) {
            machine.accept(csv, at, Math.min(at + CHUNK, csv.length));
        }
        machine.finish();
        return machine.records();
    }

    /** To a file that stays in the memory of the system. */
    @Benchmark
    public void write() throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int at = 0; at < csv.length; at += CHUNK) {
                out.write(csv, at, Math.min(CHUNK, csv.length - at));
            }
        }
    }

    /** All of it. */
    @Benchmark
    public VerifiedFile pass() throws IOException, CorruptFileException {
        return pass(Container.GZIP, gzip);
    }

    /** All of it, over a result that was served as CSV. */
    @Benchmark
    public VerifiedFile passOfPlain() throws IOException, CorruptFileException {
        return pass(Container.CSV, csv);
    }

    private VerifiedFile pass(Container container, byte[] served) throws IOException, CorruptFileException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return Verification.verify(
                    container, new ByteArrayInputStream(served), out, Limits.DEFAULT, file.resolveSibling("spool"));
        }
    }
}
