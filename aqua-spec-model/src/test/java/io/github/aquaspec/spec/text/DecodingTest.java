package io.github.aquaspec.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SourceText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From bytes to text. */
class DecodingTest {

    private final List<Diagnostic> found = new ArrayList<>();

    @Test
    void decodes_utf8() {
        assertThat(decode("näme: 😀\n".getBytes(StandardCharsets.UTF_8)))
                .hasValueSatisfying(source -> assertThat(source.content()).isEqualTo("näme: 😀\n"));
        assertThat(found).isEmpty();
    }

    @Test
    void drops_oneByteOrderMark() {
        assertThat(decode("\uFEFFa: 1\n".getBytes(StandardCharsets.UTF_8)))
                .hasValueSatisfying(source -> assertThat(source.content()).isEqualTo("a: 1\n"));
    }

    @Test
    void points_atTheFirstByteThatIsNotUtf8_andGuessesLatin1() {
        assertThat(decode("a: 1\nb: 😀caf\u00e9 x\n".getBytes(StandardCharsets.UTF_8)))
                .isPresent();
        byte[] bytes = "a: 1\nname: caf\u00e9 x\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(decode(bytes)).isEmpty();
        Diagnostic only = only("AQ001", "2:10");
        assertThat(only.message()).isEqualTo("byte 0xE9, at byte 15 of the file, is not UTF-8");
        assertThat(only.fix().orElseThrow()).contains("Latin-1").endsWith("\u00e9");
        assertThat(only.where().orElseThrow().span().source().line(2)).isEqualTo("name: caf\u00e9 x");
    }

    @Test
    void points_atABadByte_behindLongCharacters() {
        byte[] bytes = "b: 😀😀 \u00fc".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = '\n';
        assertThat(decode(bytes)).isEmpty();
        assertThat(only("AQ001", "1:7").message()).contains("0xC3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b: 1,000 €", "ä: 😀", "ä: ü"})
    void says_thatAFileIsCutOff_whereItEndsWithinACharacter(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(decode(Arrays.copyOf(bytes, bytes.length - 1))).isEmpty();
        Diagnostic only = only("AQ001", "1:" + text.codePointCount(0, text.length()));
        assertThat(only.message()).isEqualTo("the file ends within a character, so its end is missing");
    }

    @Test
    void guesses_latin1_whereOnlyTheLastByteIsNotAscii() {
        assertThat(decode("name: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
        assertThat(only("AQ001", "1:10").fix().orElseThrow()).contains("Latin-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void recognizes_utf16_withAndWithoutMark(String charset) {
        assertThat(decode("name: crm\nqueries: []\n".getBytes(Charset.forName(charset))))
                .isEmpty();
        Diagnostic only = only("AQ001", "1:1");
        assertThat(only.message()).contains("UTF-16");
        assertThat(only.where().orElseThrow().span().source().line(1)).isEqualTo("name: crm");
    }

    @Test
    void refuses_aNulByte() {
        assertThat(decode("name: crm\nb: x\0y\n".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        only("AQ015", "2:5");
    }

    @Test
    void allows_2MiB_andRefusesOneByteMore() {
        byte[] bytes = new byte[2 * 1024 * 1024 + 1];
        Arrays.fill(bytes, (byte) '\n');
        assertThat(decode(Arrays.copyOf(bytes, bytes.length - 1))).isPresent();
        assertThat(decode(bytes)).isEmpty();
        only("AQ002", "1:1");
    }

    @Test
    void opens_aFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "a: 1\n");
        assertThat(ManifestReader.open(file, "specs/a.yaml", found::add))
                .hasValueSatisfying(source -> assertThat(source.name()).isEqualTo("specs/a.yaml"));
    }

    @Test
    void says_whyAFileCannotBeRead(@TempDir Path folder) {
        assertThat(ManifestReader.open(folder.resolve("none.yaml"), "none.yaml", found::add))
                .isEmpty();
        assertThat(ManifestReader.open(folder, "specs", found::add)).isEmpty();
        assertThat(found)
                .extracting(Diagnostic::message)
                .containsExactly("the file does not exist", "a folder stands where a file should be");
        assertThat(found).extracting(d -> d.code().id()).containsOnly("AQ014");
    }

    private Optional<SourceText> decode(byte[] bytes) {
        return ManifestReader.decode("a.yaml", bytes, found::add);
    }

    private Diagnostic only(String code, String place) {
        assertThat(found).hasSize(1);
        Diagnostic only = found.get(0);
        assertThat(only.code().id()).isEqualTo(code);
        assertThat(only.where().orElseThrow().span().from()).hasToString(place);
        assertThat(only.fix()).isPresent();
        return only;
    }
}
