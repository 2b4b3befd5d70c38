package io.github.aquaspec.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

    private static final byte[] TABLE =
            "Account.Id,Account.Name\n1,\"Kings, 90\nYork \"\"Way\"\"\"\n2,\n".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    @Test
    void writesTheContentAndItsFigures_fromEveryContainer() throws Exception {
        for (Container container : List.of(Container.CSV, Container.GZIP, Container.ZIP)) {
            content.reset();
            byte[] served = wrap(container, TABLE);
            VerifiedFile file = verify(container, served);
            assertThat(content.toByteArray()).as(container.word()).isEqualTo(TABLE);
            assertThat(file.records()).isEqualTo(2);
            assertThat(file.header()).containsExactly("Account.Id", "Account.Name");
            assertThat(file.bytes()).isEqualTo(TABLE.length);
            assertThat(file.sha256()).isEqualTo(sha256(TABLE));
            assertThat(file.servedBytes()).isEqualTo(served.length);
            assertThat(file.segments().get(0).servedSha256()).isEqualTo(sha256(served));
            assertThat(file.observations()).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }
    }

    private VerifiedFile verify(Container container, byte[] served) throws Exception {
        return Verification.verify(
                container, new ByteArrayInputStream(served), content, Limits.DEFAULT, folder.resolve("spool"));
    }

    private static byte[] wrap(Container container, byte[] table) {
        return switch (container) {
            case CSV -> table;
            case GZIP -> Wrapping.gzip(table);
            case ZIP -> Wrapping.zip("../../etc/passwd", table);
            case OPENPGP -> throw new IllegalArgumentException("see EncryptedFilesTest");
        };
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void fails_whenTheBodyIsAPage() {
        Attempt page = Attempt.at(Container.GZIP, "<html>\u001b[2J\nSign in</html>".getBytes(UTF_8));
        assertThat(page.fails())
                .isEqualTo(
                        new Fault.NotData(Container.GZIP, Optional.empty(), Shape.MARKUP, "<html>.[2J.Sign in</html>"));
        assertThat(page.fails().sentence()).isEqualTo("expected gzip, found HTML or XML");
    }

    @Test
    void namesWhatCameInPlaceOfData() {
        assertThat(shape(Container.CSV, "\uFEFF <?xml version='1.0'?>")).isEqualTo(Shape.MARKUP);
        assertThat(shape(Container.CSV, "\r\n {\"errorCode\":\"90005\"}")).isEqualTo(Shape.JSON);
        assertThat(shape(Container.CSV, "[ {\"message\":1}]")).isEqualTo(Shape.JSON);
        assertThat(shape(Container.ZIP, "{\"success\":false}")).isEqualTo(Shape.JSON);
        assertThat(shape(Container.GZIP, "Account.Id\n1\n")).isEqualTo(Shape.TEXT);
        assertThat(shape(Container.CSV, "-----BEGIN PGP MESSAGE-----\n")).isEqualTo(Shape.OPENPGP);
        assertThat(shape(Container.CSV, new byte[] {(byte) 0x85, 2, 12, 3})).isEqualTo(Shape.OPENPGP);
        assertThat(shape(Container.CSV, Wrapping.gzip(TABLE))).isEqualTo(Shape.GZIP);
        assertThat(shape(Container.CSV, Wrapping.zip("a", TABLE))).isEqualTo(Shape.ZIP);
        assertThat(shape(Container.ZIP, Wrapping.gzip(TABLE))).isEqualTo(Shape.GZIP);
        assertThat(shape(Container.GZIP, Wrapping.gzip("{}".getBytes(UTF_8)))).isEqualTo(Shape.JSON);
    }

    @Test
    void takesColumnsThatOnlyBeginLikeSomethingElse() {
        for (String header : List.of("[Total],Id", "-----,Id", "\"<b>\",Id", "P,K", "Änderung,Id")) {
            Attempt attempt = Attempt.at(Container.CSV, (header + "\n1,2\n").getBytes(UTF_8));
            assertThat(attempt.succeeds().records()).as(header).isEqualTo(1);
        }
    }

    private static Shape shape(Container expected, String body) {
        return shape(expected, body.getBytes(UTF_8));
    }

    private static Shape shape(Container expected, byte[] body) {
        Fault fault = Attempt.at(expected, body).fails();
        assertThat(fault).isInstanceOf(Fault.NotData.class);
        return ((Fault.NotData) fault).found();
    }

    @Test
    void keepsAShortPrintableExcerpt() {
        String page = "<p>\u202ereversed\u0000\u2028" + "é".repeat(5000);
        Fault.NotData fault =
                (Fault.NotData) Attempt.at(Container.CSV, page.getBytes(UTF_8)).fails();
        assertThat(fault.excerpt()).startsWith("<p>.reversed..é").hasSizeLessThanOrEqualTo(200);
        assertThat(fault.excerpt().codePoints()).noneMatch(Character::isISOControl);
    }

    @Test
    void noticesACutOfPlainCsv_exceptWhereARecordMayEnd() {
        List<Integer> silent = new ArrayList<>();
        for (int length = 0; length < TABLE.length; length++) {
            Attempt attempt = Attempt.at(Container.CSV, Arrays.copyOf(TABLE, length));
            if (attempt.file().isPresent() && attempt.succeeds().observations().isEmpty()) {
                silent.add(length);
            }
        }
        // Right behind the header, right behind record 1: CSV has no end mark, so the record count has to tell.
        assertThat(silent).containsExactly(24, TABLE.length - 3);
    }

    @Test
    void passesOnWhatTheConnectionSays() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(TABLE), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                throw new IOException("connection reset");
            }
        });
        assertThatThrownBy(() ->
                        Verification.verify(Container.CSV, broken, content, Limits.DEFAULT, folder.resolve("spool")))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    @Test
    void tellsAFullDiskFromABrokenConnection() throws Exception {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("no space left on device");
            }
        };
        assertThatThrownBy(() -> Verification.verify(
                        Container.CSV, new ByteArrayInputStream(TABLE), full, Limits.DEFAULT, folder.resolve("spool")))
                .isInstanceOf(ContentWriteException.class)
                .hasMessage("no space left on device");
        Files.createFile(folder.resolve("taken"));
        assertThatThrownBy(() -> Verification.verify(
                        Container.ZIP,
                        new ByteArrayInputStream(Wrapping.zip("a", TABLE)),
                        content,
                        Limits.DEFAULT,
                        folder.resolve("taken")))
                .isInstanceOf(ContentWriteException.class);
        assertThat(folder.resolve("taken")).exists();
    }

    @Test
    void neverSpoolsThroughALink() throws Exception {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("spool"), victim);
        assertThatThrownBy(() -> Verification.verify(
                        Container.ZIP,
                        new ByteArrayInputStream(Wrapping.zip("a", TABLE)),
                        content,
                        Limits.DEFAULT,
                        link))
                .isInstanceOf(ContentWriteException.class);
        assertThat(victim).hasContent("precious");
    }

    @Test
    void fails_whenABodyIsLargerThanAllowed() {
        Limits tight = Limits.DEFAULT.withMaxBytes(TABLE.length - 1);
        for (Container container : List.of(Container.CSV, Container.GZIP, Container.ZIP)) {
            Attempt attempt = Attempt.at(container, new ByteArrayInputStream(wrap(container, TABLE)), tight);
            assertThat(attempt.fails()).isEqualTo(new Fault.TooLarge(TABLE.length - 1));
        }
        Limits enough = Limits.DEFAULT.withMaxBytes(TABLE.length);
        assertThat(Attempt.at(Container.CSV, new ByteArrayInputStream(TABLE), enough)
                        .file())
                .isPresent();
    }
}
