package io.github.aquaspec.emulator.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bouncycastle.openpgp.PGPException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionTest {

    private static TestKeys keys;
    private static TestKeys others;

    @TempDir
    private Path directory;

    private final Settings settings = new Settings(Map.of());
    private ResultFiles files;

    @BeforeAll
    static void makeKeys() throws PGPException {
        keys = TestKeys.withSubkey();
        others = TestKeys.withSubkey();
    }

    @BeforeEach
    void open() throws IOException {
        files = new ResultFiles();
        settings.set(
                Setting.PGP_KEY, keys.write(directory.resolve("key.asc"), true).toString());
    }

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    @ParameterizedTest
    @CsvSource({"CSV, inside", "CSV, outside", "GZIP, inside", "GZIP, outside", "ZIP, inside", "ZIP, outside"})
    void theOwnerOfTheKeyReadsTheFile(FileFormat format, String layers) throws Exception {
        settings.set(Setting.PGP_LAYERS, layers);
        byte[] bytes = file(format);
        byte[] csv;
        if (layers.equals("inside")) {
            csv = decrypted(unpacked(format, bytes)).content();
        } else {
            csv = unpacked(format, decrypted(bytes).content());
        }
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .startsWith("N\n1\n2\n")
                .endsWith("\n20000\n");
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("1999");
    }

    @Test
    void changesCanBeFound_unlessItIsSwitchedOff() throws Exception {
        Decryption whole = decrypted(file(FileFormat.CSV));
        assertThat(whole.hasIntegrity()).isTrue();
        assertThat(whole.isWhole()).isTrue();
        settings.set(Setting.PGP_INTEGRITY, false);
        Decryption bare = decrypted(file(FileFormat.CSV));
        assertThat(bare.hasIntegrity()).isFalse();
        assertThat(bare.content()).isEqualTo(whole.content());
    }

    @Test
    void theDataAreBinary_unlessArmourIsSwitchedOn() throws Exception {
        assertThat(file(FileFormat.CSV)[0]).as("the first bit of a packet").isNegative();
        settings.set(Setting.PGP_ARMOR, true);
        byte[] armoured = file(FileFormat.CSV);
        assertThat(new String(armoured, StandardCharsets.US_ASCII)).startsWith("-----BEGIN PGP MESSAGE-----");
        assertThat(decrypted(armoured).isWhole()).isTrue();
    }

    @Test
    void nobodyElseReadsTheFile() throws Exception {
        byte[] bytes = file(FileFormat.CSV);
        assertThatThrownBy(() -> Decryption.of(bytes, others)).isInstanceOf(PGPException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aKeyIsArmouredOrBinary(boolean armoured) throws Exception {
        settings.set(
                Setting.PGP_KEY, keys.write(directory.resolve("key"), armoured).toString());
        assertThat(decrypted(file(FileFormat.CSV)).content()).isNotEmpty();
    }

    @Test
    void segmentsAreEncryptedOneByOne() throws Exception {
        Packing packing = Packing.of(FileFormat.GZIP, true, settings);
        var segments = files.writeSegments(
                List.of("a", "b").iterator()::next, packing, Cells.of(ZoneOffset.UTC, ""), ListedRows.numbers(3), 2);
        byte[] second = Files.readAllBytes(segments.get(1).path());
        assertThat(decrypted(unpacked(FileFormat.GZIP, second)).content())
                .asString()
                .isEqualTo("N\n3\n");
    }

    @Test
    void aKeyThatCannotBeUsedIsNamed() throws Exception {
        refused("", "names no OpenPGP key");
        refused(directory.resolve("missing.asc").toString(), "missing.asc");
        refused(Files.writeString(directory.resolve("notes.txt"), "no key").toString(), "notes.txt");
        Path signing = TestKeys.forSigningOnly().write(directory.resolve("signing.asc"), true);
        refused(signing.toString(), "no OpenPGP public key that encrypts");
    }

    private void refused(String key, String reason) {
        settings.set(Setting.PGP_KEY, key);
        assertThatThrownBy(() -> Packing.of(FileFormat.CSV, true, settings))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason);
    }

    private byte[] file(FileFormat format) throws Exception {
        Packing packing = Packing.of(format, true, settings);
        ResultFile file = files.write("a", packing, Cells.of(ZoneOffset.UTC, ""), ListedRows.numbers(20_000));
        return Files.readAllBytes(file.path());
    }

    private static Decryption decrypted(byte[] message) throws Exception {
        return Decryption.of(message, keys);
    }

    private static byte[] unpacked(FileFormat format, byte[] bytes) throws IOException {
        return switch (format) {
            case CSV -> bytes;
            case GZIP -> new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
            case ZIP -> {
                ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes));
                ZipEntry entry = zip.getNextEntry();
                assertThat(entry.getName()).startsWith("a.csv");
                yield zip.readAllBytes();
            }
        };
    }
}
