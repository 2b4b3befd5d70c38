package io.github.aquaspec.verify;

import static io.github.aquaspec.verify.Container.CSV;
import static io.github.aquaspec.verify.Container.GZIP;
import static io.github.aquaspec.verify.Container.OPENPGP;
import static io.github.aquaspec.verify.Container.ZIP;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes an encrypted body out of its wrappings by looking at each: zip, gzip and OpenPGP in any order, each at most once,
 * since which way round Zuora wraps is not documented. What was encrypted lies on disk, whole and verified, before a
 * byte of it is read.
 */
final class Layers implements AutoCloseable {

    private final MeasuredInput served;
    private final Limits limits;
    private final Decryption decryption;
    private final Path spool;
    private final Set<Container> taken = EnumSet.noneOf(Container.class);
    private final Deque<Resource> open = new ArrayDeque<>();
    private final List<GzipContent> gzips = new ArrayList<>();

    Layers(MeasuredInput served, Limits limits, Decryption decryption, Path spool) {
        this.served = served;
        this.limits = limits;
        this.decryption = decryption;
        this.spool = spool;
    }

    /** The CSV inside all wrappings. */
    Content csv() throws IOException, CorruptFileException {
        Layer layer = Layer.of(new PlainContent(served), served, limits);
        Optional<Container> around = Optional.empty();
        while (true) {
            Optional<Container> wrapping = wrapping(layer.start(), around);
            if (wrapping.isEmpty()) {
                return layer;
            }
            if (!taken.add(wrapping.get())) {
                throw new CorruptFileException(new Fault.WrappedTwice(wrapping.get()));
            }
            layer = Layer.of(unwrapped(wrapping.get(), layer), served, limits);
            around = wrapping;
        }
    }

    /** What is odd about the wrappings, once the CSV was read. */
    List<Observation> observations() {
        return gzips.stream()
                .filter(gzip -> gzip.members() > 1)
                .<Observation>map(gzip -> new Observation.GzipMembers(gzip.members()))
                .toList();
    }

    private Optional<Container> wrapping(byte[] start, Optional<Container> around) throws CorruptFileException {
        if (start.length == 0) {
            throw new CorruptFileException(new Fault.Empty());
        }
        boolean decrypted = taken.contains(OPENPGP);
        Shape shape = decrypted ? Shape.of(start) : Shape.ofEncrypted(start);
        return switch (shape) {
            case GZIP -> Optional.of(GZIP);
            case ZIP -> Optional.of(ZIP);
            case OPENPGP -> Optional.of(OPENPGP);
            case TEXT -> {
                if (!decrypted) {
                    throw new CorruptFileException(new Fault.NotEncrypted());
                }
                yield Optional.empty();
            }
            case MARKUP, JSON, UTF_16 ->
                // what was encrypted is nobody's to read in a log
                throw new CorruptFileException(new Fault.NotData(
                        decrypted ? CSV : OPENPGP, around, shape, decrypted ? "" : Excerpt.of(start)));
        };
    }

    private Content unwrapped(Container wrapping, Layer layer) throws IOException, CorruptFileException {
        if (wrapping == GZIP) {
            GzipContent gzip = new GzipContent(layer);
            open.push(gzip::close);
            gzips.add(gzip);
            return gzip;
        }
        Path path = spool.resolveSibling(spool.getFileName() + "." + taken.size());
        if (wrapping == ZIP) {
            open.push(Spool.of(layer, path)::close);
            ZipContent zip = ZipContent.open(path);
            open.push(zip::close);
            return zip;
        }
        OpenPgpContent message = OpenPgpContent.open(layer, isText(layer), decryption);
        open.push(Spool.of(Layer.of(message, served, limits), path)::close);
        InputStream plain = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
        open.push(plain::close);
        return new PlainContent(
                new MeasuredInput(plain, OutputStream.nullOutputStream(), Optional.empty(), limits.maxBytes()));
    }

    private static boolean isText(Layer message) {
        return message.start()[0] >= 0;
    }

    private interface Resource {
        void close() throws IOException;
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (Resource resource : open) {
            try {
                resource.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
