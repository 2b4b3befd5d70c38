package io.github.aquaspec.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One pass over one file, whole or in segments: out of its container, through the CSV machine, into the output.
 *
 * <p>Segments are appended in the order that Zuora lists them. Each brings its own header, which has to equal the first
 * byte for byte and is written once; where a segment lacks its final newline, one is written before the next record.
 * What was written counts only when {@link #finish()} returned: after any exception the output is to be thrown away.
 */
public final class Verification {

    private static final int START = 512;

    private final ContentOutput out;
    private final OutputStream asServed;
    private final Limits limits;
    private final List<VerifiedSegment> segments = new ArrayList<>();
    private Header header;
    private boolean crlf;
    private long records;
    /** What the output has to have: all bodies, later headers left out, lines ended between them. */
    private long expected;

    private LineEnd lineEnd;
    private boolean broken;

    /** A pass that writes the CSV to {@code content} (not closed here) within these limits. */
    public Verification(OutputStream content, Limits limits) {
        this(content, OutputStream.nullOutputStream(), limits);
    }

    /** The same, which also writes each body to {@code asServed} (not closed here) as it comes, wrappings and all. */
    public Verification(OutputStream content, OutputStream asServed, Limits limits) {
        this.out = new ContentOutput(Objects.requireNonNull(content, "content"));
        this.asServed = Objects.requireNonNull(asServed, "asServed");
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /**
     * Verifies a file that came as one body.
     *
     * @param spool where a zip file may be put for the time of the call; nothing may stand there
     * @throws CorruptFileException the file is not complete or not sound
     * @throws ContentWriteException the content or the spool cannot be written
     * @throws IOException the body cannot be read on
     */
    public static VerifiedFile verify(
            Container container, InputStream served, OutputStream content, Limits limits, Path spool)
            throws IOException, CorruptFileException {
        Verification verification = new Verification(content, limits);
        verification.append(container, served, spool);
        return verification.finish();
    }

    /**
     * Reads one served body to its end and appends its records.
     *
     * @param spool where a zip file may be put for the time of the call; nothing may stand there
     * @throws CorruptFileException the file is not complete or not sound
     * @throws ContentWriteException the content or the spool cannot be written
     * @throws IOException the body cannot be read on
     */
    public VerifiedSegment append(Container container, InputStream served, Path spool)
            throws IOException, CorruptFileException {
        // what is the content itself is digested as that
        boolean isContent = container == Container.CSV && segments.isEmpty();
        MeasuredInput measured = begin(served, isContent ? Optional.empty() : Optional.of(new Sha256()));
        CsvMachine machine = new CsvMachine();
        List<Observation> observations = new ArrayList<>();
        requireShape(container, Optional.empty(), measured.peek(START));
        switch (container) {
            case CSV -> read(new PlainContent(measured), Optional.empty(), machine);
            case GZIP -> {
                try (GzipContent gzip = new GzipContent(measured)) {
                    read(gzip, Optional.of(container), machine);
                    if (gzip.members() > 1) {
                        observations.add(new Observation.GzipMembers(gzip.members()));
                    }
                }
            }
            case ZIP -> {
                try (Spool spooled = Spool.of(measured, spool);
                        ZipContent zip = ZipContent.open(spooled.path())) {
                    read(zip, Optional.of(container), machine);
                }
            }
            case OPENPGP -> throw new IllegalArgumentException("an encrypted body is not read without keys");
        }
        return end(measured, machine, observations);
    }

    /**
     * Reads one encrypted body to its end and appends its records: zip, gzip and OpenPGP round the CSV in any order.
     *
     * @param spool where files may be put for the time of the call, under this name and a number; nothing may stand there
     * @throws CorruptFileException the file is not complete or not sound, or our keys do not open it
     * @throws ContentWriteException the content or a spool cannot be written
     * @throws IOException the body cannot be read on
     */
    public VerifiedSegment append(Decryption decryption, InputStream served, Path spool)
            throws IOException, CorruptFileException {
        MeasuredInput measured = begin(served, Optional.of(new Sha256()));
        CsvMachine machine = new CsvMachine();
        List<Observation> observations = new ArrayList<>();
        try (Layers layers = new Layers(measured, limits, decryption, spool)) {
            read(layers.csv(), Optional.of(Container.OPENPGP), machine);
            observations.addAll(layers.observations());
        }
        return end(measured, machine, observations);
    }

    private MeasuredInput begin(InputStream served, Optional<Sha256> digest) {
        requireSound();
        broken = true;
        return new MeasuredInput(served, asServed, digest, limits.maxBytes());
    }

    private VerifiedSegment end(MeasuredInput measured, CsvMachine machine, List<Observation> observations) {
        expected += segments.isEmpty() ? machine.offset() : machine.offset() - machine.headerEnd();
        observations.addAll(machine.observations());
        records += machine.records();
        lineEnd = lineEnd == null || lineEnd == machine.lineEnd() ? machine.lineEnd() : LineEnd.MIXED;
        String sha256 = measured.sha256().orElseGet(out::sha256);
        VerifiedSegment segment = new VerifiedSegment(measured.bytes(), sha256, machine.records(), observations);
        segments.add(segment);
        broken = false;
        return segment;
    }

    /** The whole file; at least one body was appended. */
    public VerifiedFile finish() {
        requireSound();
        if (out.bytes() != expected) {
            throw new IllegalStateException("wrote " + out.bytes() + " bytes of what has " + expected);
        }
        return new VerifiedFile(segments, out.bytes(), out.sha256(), records, header.columns(), lineEnd);
    }

    private void requireSound() {
        if (broken) {
            throw new IllegalStateException("a body failed, so what was written is no file");
        }
    }

    private void read(Content content, Optional<Container> inside, CsvMachine machine)
            throws IOException, CorruptFileException {
        byte[] start = new byte[START];
        int filled = Content.fill(content, start);
        requireShape(Container.CSV, inside, Arrays.copyOf(start, filled));
        take(start, filled, machine);
        new Relay(content, (bytes, length) -> take(bytes, length, machine))
                .run(more -> limits.check(filled + more, content.consumed()));
        machine.finish();
        if (machine.headerEnd() == machine.offset()) {
            adopt(machine);
        }
    }

    private void take(byte[] bytes, int length, CsvMachine machine) throws IOException, CorruptFileException {
        long before = machine.offset();
        machine.accept(bytes, 0, length);
        if (machine.headerEnd() > before) {
            adopt(machine);
        }
        if (segments.isEmpty()) {
            out.write(bytes, 0, length);
        } else if (machine.header().isPresent() && machine.headerEnd() < machine.offset()) {
            boolean isFirstContent = before <= machine.headerEnd();
            if (isFirstContent) {
                expected += out.endLine(crlf);
            }
            out.write(bytes, (int) Math.max(0, machine.headerEnd() - before), length);
        }
    }

    private void adopt(CsvMachine machine) throws CorruptFileException {
        Header found = machine.header().orElseThrow();
        if (segments.isEmpty()) {
            header = found;
            crlf = machine.headerEndsInCrlf();
        } else if (!header.sameBytes(found)) {
            throw new CorruptFileException(new Fault.SegmentHeaderDiffers(header.columns(), found.columns()));
        }
    }

    private static void requireShape(Container expected, Optional<Container> inside, byte[] start)
            throws CorruptFileException {
        if (start.length == 0) {
            throw new CorruptFileException(new Fault.Empty());
        }
        if (expected.cutInMagic(start)) {
            throw new CorruptFileException(new Fault.Truncated(expected, start.length));
        }
        Shape found = Shape.of(start);
        if (found != expected.shape()) {
            throw new CorruptFileException(new Fault.NotData(expected, inside, found, Excerpt.of(start)));
        }
    }
}
