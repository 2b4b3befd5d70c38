package io.github.aquaspec.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in place of data, in the wrong encoding, or cut where CSV has no mark; and cells larger than memory. */
class WrongContentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Sign in</body></html>",
                "\n\n<!DOCTYPE html><title>502 Bad Gateway</title>",
                "<?xml version=\"1.0\"?><security:max-object-size>2047MB</security:max-object-size>",
                "<soapenv:Envelope><faultcode>fns:INVALID_SESSION</faultcode></soapenv:Envelope>",
                "{\"success\":false,\"reasons\":[{\"code\":90000011}]}",
                "  [{\"message\":\"Invalid Job Id\"}]"
            })
    void isRefused_inPlaceOfEachContainer_andInside(String page) {
        byte[] body = page.getBytes(UTF_8);
        for (Container container : List.of(Container.CSV, Container.GZIP, Container.ZIP)) {
            assertThat(Attempt.at(container, body).fails())
                    .as(container.word())
                    .isInstanceOfSatisfying(Fault.NotData.class, found -> {
                        assertThat(found.found()).isIn(Shape.MARKUP, Shape.JSON);
                        assertThat(found.excerpt().strip()).isNotEmpty();
                    });
        }
        assertThat(Attempt.at(Container.GZIP, Wrapping.gzip(body)).fails())
                .isInstanceOfSatisfying(
                        Fault.NotData.class, found -> assertThat(found.inside()).contains(Container.GZIP));
        assertThat(Attempt.at(Container.ZIP, Wrapping.zip("a.csv", body)).fails())
                .isInstanceOfSatisfying(
                        Fault.NotData.class, found -> assertThat(found.inside()).contains(Container.ZIP));
    }

    @Test
    void saysThatSomethingWasCompressedTwice() {
        byte[] csv = "A,B\n1,2\n".getBytes(UTF_8);
        assertThat(Attempt.at(Container.GZIP, Wrapping.gzip(Wrapping.gzip(csv)))
                        .fails()
                        .sentence())
                .endsWith("found gzip once more, as a proxy makes it that compresses what is compressed");
        assertThat(Attempt.at(Container.CSV, Wrapping.gzip(csv)).fails().sentence())
                .isEqualTo("expected CSV, found gzip");
    }

    @Test
    void fails_onUtf16_withAByteOrderMark() {
        byte[] big = "Account.Id,Name\n1,York\n".getBytes(UTF_16);
        byte[] little = Wrapping.join(new byte[] {(byte) 0xff, (byte) 0xfe}, "A\n1\n".getBytes(UTF_16LE));
        for (byte[] body : List.of(big, little)) {
            assertThat(Attempt.at(Container.CSV, body).fails().sentence())
                    .isEqualTo("expected CSV, found text in UTF-16");
            assertThat(Attempt.at(Container.GZIP, Wrapping.gzip(body)).fails().sentence())
                    .isEqualTo("expected CSV inside the gzip file, found text in UTF-16");
        }
    }

    @Test
    void failsOrSpeaksOfNulBytes_onUtf16_withoutAMark() {
        String csv = "Account.Id,Name\n1,York\n";
        assertThat(Attempt.at(Container.CSV, csv.getBytes(UTF_16LE)).fails())
                .as("the other half of the last newline is a record of its own")
                .isInstanceOf(Fault.WidthDiffers.class);
        assertThat(Attempt.at(Container.CSV, csv.getBytes(UTF_16BE)).succeeds().observations())
                .containsExactly(new Observation.NulBytes(csv.length(), 0));
    }

    @Test
    void speaksOfWhatIsNotUtf8_onLatin1() {
        byte[] latin = "Id,Name\n1,Zürich\n2,Genève\n".getBytes(ISO_8859_1);
        assertThat(Attempt.at(Container.CSV, latin).succeeds().observations())
                .containsExactly(new Observation.InvalidUtf8(2, 11));
    }

    /**
     * The rule of the last line: a record that is whole but for its newline counts, since nobody knows whether Zuora
     * writes one, and it is told. So a cut leaves a fault, or that, or the whole records before it, which the announced
     * count tells from all of them. One cut shows only in the count and the missing newline: within the last cell.
     */
    @Test
    void leavesATrace_whereverPlainCsvIsCut_orTheCountTells() {
        byte[] csv = "Id,Note\r\n1,\"two\nlines\"\r\n2,York\r\n3,\"\"\"x\"\"\"\r\n".getBytes(UTF_8);
        List<Integer> told = new ArrayList<>();
        List<Integer> fewer = new ArrayList<>();
        List<Integer> silent = new ArrayList<>();
        for (int length = 1; length < csv.length; length++) {
            Attempt cut = Attempt.at(Container.CSV, Arrays.copyOf(csv, length));
            Optional<VerifiedFile> file = cut.file();
            if (file.isEmpty()) {
                continue;
            }
            if (file.get().observations().contains(new Observation.MissingFinalNewline())) {
                told.add(length);
            } else if (file.get().records() < 3) {
                fewer.add(length);
            } else {
                silent.add(length);
            }
        }
        assertThat(silent).isEmpty();
        assertThat(fewer).hasSize(3);
        assertThat(told).isNotEmpty();
    }

    @Test
    void fails_whenTheCutLeavesAWrongWidth_orAnOpenQuote() {
        assertThat(Attempt.at(Container.CSV, "A,B\n1,2\n3".getBytes(UTF_8)).fails())
                .isInstanceOf(Fault.WidthDiffers.class);
        assertThat(Attempt.at(Container.CSV, "A,B\n1,2\n3,\"4\n".getBytes(UTF_8))
                        .fails())
                .isInstanceOf(Fault.OpenQuote.class);
    }

    @Tag("large")
    @ParameterizedTest
    @EnumSource(names = {"CSV", "GZIP", "ZIP"})
    void takesHugeCells_inLittleMemory(Container container, @TempDir Path folder) throws Exception {
        // Classes that are loaded at the first use are no memory of a cell.
        Verification.verify(
                container,
                new ByteArrayInputStream(served(container, "Id\n1\n".getBytes(UTF_8))),
                OutputStream.nullOutputStream(),
                Limits.DEFAULT,
                folder.resolve("spool"));
        for (int cell : new int[] {200_000, 5_000_000, 60_000_000}) {
            byte[] csv = Wrapping.join(
                    "Id,Note\n1,\"".getBytes(UTF_8),
                    "long, \n".repeat(cell / 7).getBytes(UTF_8),
                    "\"\n2,x\n".getBytes(UTF_8));
            InputStream body = Wrapping.inPortions(served(container, csv), 1 << 16);
            long[] written = new long[1];
            OutputStream out = counting(written);
            long before = allocated();
            VerifiedFile file = Verification.verify(container, body, out, Limits.DEFAULT, folder.resolve("spool"));
            assertThat(allocated() - before).as("memory for a cell of %d", cell).isLessThan(3 << 20);
            assertThat(file.records()).isEqualTo(2);
            assertThat(written[0]).isEqualTo(csv.length);
        }
    }

    private static byte[] served(Container container, byte[] csv) {
        return switch (container) {
            case GZIP -> Wrapping.gzip(csv);
            case ZIP -> Wrapping.zip("a.csv", csv);
            default -> csv;
        };
    }

    private static OutputStream counting(long[] written) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                written[0] += length;
            }
        };
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
