package io.github.aquaspec.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What verifying a body came to: a file with its content, or a fault; any other exception goes through. */
final class Attempt {

    private final Optional<VerifiedFile> file;
    private final Optional<Fault> fault;
    private final byte[] content;

    private Attempt(Optional<VerifiedFile> file, Optional<Fault> fault, byte[] content) {
        this.file = file;
        this.fault = fault;
        this.content = content;
    }

    Optional<VerifiedFile> file() {
        return file;
    }

    Optional<Fault> fault() {
        return fault;
    }

    byte[] content() {
        return content;
    }

    /** The default limits, but for a ratio that counts early: a bomb for a test is a small one. */
    static final Limits EARLY = new Limits(Limits.DEFAULT.maxBytes(), Limits.DEFAULT.maxRatio(), 1 << 20);

    static Attempt at(Container container, byte[] served) {
        return at(container, Wrapping.inPortions(served, 1 << 16), EARLY);
    }

    static Attempt at(Container container, InputStream served, Limits limits) {
        return of(limits, (verification, spool) -> verification.append(container, served, spool));
    }

    static Attempt at(Decryption decryption, byte[] served) {
        return at(decryption, Wrapping.inPortions(served, 1 << 16), EARLY);
    }

    static Attempt at(Decryption decryption, InputStream served, Limits limits) {
        return of(limits, (verification, spool) -> verification.append(decryption, served, spool));
    }

    private interface Appending {
        void to(Verification verification, Path spool) throws IOException, CorruptFileException;
    }

    private static Attempt of(Limits limits, Appending appending) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            Path folder = Files.createTempDirectory("spool");
            try {
                Verification verification = new Verification(content, limits);
                appending.to(verification, folder.resolve("body.zip"));
                return new Attempt(Optional.of(verification.finish()), Optional.empty(), content.toByteArray());
            } catch (CorruptFileException e) {
                return new Attempt(Optional.empty(), Optional.of(e.fault()), content.toByteArray());
            } finally {
                Files.delete(folder); // fails when the spool is still there
            }
        } catch (IOException e) {
            throw new AssertionError("only faults are expected of bytes in memory", e);
        }
    }

    Fault fails() {
        return fault.orElseThrow(() -> new AssertionError("taken for sound: " + file.orElseThrow()));
    }

    VerifiedFile succeeds() {
        return file.orElseThrow(
                () -> new AssertionError("refused: " + fault.orElseThrow().sentence()));
    }
}
