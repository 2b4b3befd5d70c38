package io.github.aquaspec.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextBytesPropertyTest {

    @Property(tries = 3000, seed = "20261123")
    void findsTheFirstPlaceThatThePlatformCannotDecode(
            @ForAll("nearlyUtf8") byte[] bytes, @ForAll @IntRange(min = 1, max = 17) int chunk) {
        assertThat(firstInvalid(bytes, chunk)).isEqualTo(firstUndecodable(bytes));
    }

    @Test
    void judgesEveryCodePointAndEverySequenceOfTwoBytes() {
        for (int point = 1; point <= Character.MAX_CODE_POINT; point += point < 0x1_0000 ? 1 : 257) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                byte[] utf8 = Character.toString(point).getBytes(StandardCharsets.UTF_8);
                assertThat(firstInvalid(utf8, 1)).as("U+%X", point).isEmpty();
            }
        }
        for (int two = 0; two <= 0xffff; two++) {
            byte[] bytes = {(byte) (two >> 8), (byte) two, 'x'};
            assertThat(firstInvalid(bytes, 8)).as("%04x", two).isEqualTo(firstUndecodable(bytes));
        }
    }

    @Property(tries = 300, seed = "20261123")
    void countsNulBytes(@ForAll("nearlyUtf8") byte[] bytes, @ForAll @IntRange(min = 1, max = 17) int chunk) {
        long expected = 0;
        for (byte value : bytes) {
            expected += value == 0 ? 1 : 0;
        }
        long found = observe(bytes, chunk).stream()
                .filter(Observation.NulBytes.class::isInstance)
                .mapToLong(nuls -> ((Observation.NulBytes) nuls).count())
                .sum();
        assertThat(found).isEqualTo(expected);
    }

    private static Optional<Long> firstInvalid(byte[] bytes, int chunk) {
        return observe(bytes, chunk).stream()
                .filter(Observation.InvalidUtf8.class::isInstance)
                .map(invalid -> ((Observation.InvalidUtf8) invalid).firstOffset())
                .findFirst();
    }

    private static List<Observation> observe(byte[] bytes, int chunk) {
        TextBytes text = new TextBytes();
        for (int at = 0; at < bytes.length; at += chunk) {
            text.accept(bytes, at, Math.min(bytes.length, at + chunk));
        }
        List<Observation> observations = new ArrayList<>();
        text.finish(observations);
        return observations;
    }

    private static Optional<Long> firstUndecodable(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result =
                StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length + 1), true);
        return result.isError() ? Optional.of((long) in.position()) : Optional.empty();
    }

    @Provide
    Arbitrary<byte[]> nearlyUtf8() {
        int[][] parts = {
            {'a'}, {'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'}, {0}, {0xc3, 0xa9}, {0xe2, 0x82, 0xac},
            {0xf0, 0x9d, 0x84, 0x9e}, {0xc0, 0x80}, {0xe0, 0x80, 0x80}, {0xed, 0xa0, 0x80}, {0xf4, 0x90, 0x80, 0x80},
            {0xf5}, {0x80}, {0xe2, 0x82}, {0xf0, 0x9d}, {0xff}
        };
        return Arbitraries.of(parts).list().ofMaxSize(10).map(TextBytesPropertyTest::joined);
    }

    private static byte[] joined(List<int[]> parts) {
        byte[] bytes = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (int[] part : parts) {
            for (int value : part) {
                bytes[at++] = (byte) value;
            }
        }
        return bytes;
    }
}
