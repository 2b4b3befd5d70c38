package io.github.aquaspec.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
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
        for (Container container : Container.values()) {
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
        };
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void fails_whenTheBodyIsAPage() {
        CorruptFileException failure = catchThrowableOfType(
                CorruptFileException.class,
                () -> verify(Container.GZIP, "<html>\u001b[2J\nSign in</html>".getBytes(UTF_8)));
        assertThat(failure.fault())
                .isEqualTo(
                        new Fault.NotData(Container.GZIP, Optional.empty(), Shape.MARKUP, "<html>.[2J.Sign in</html>"));
        assertThat(failure).hasMessage("expected gzip, found HTML or XML");
    }
}
