package io.github.aquaspec.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SegmentsPropertyTest {

    private static final String HEADER = "Account.Id,Account.Notes\n";

    /** Segments of any size, with records of any length, arriving in portions of any size. */
    @Property(tries = 200, seed = "20261123")
    void mergesToOneHeaderAndAllRecords(
            @ForAll("segments") List<List<String>> segments, @ForAll("portions") int portion) throws Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Verification verification = new Verification(content, Limits.DEFAULT);
        List<String> all = new ArrayList<>();
        for (List<String> records : segments) {
            String segment = HEADER + String.join("", records);
            verification.append(
                    Container.CSV, Wrapping.inPortions(segment.getBytes(UTF_8), portion), Path.of("no-spool"));
            all.addAll(records);
        }

        VerifiedFile file = verification.finish();

        assertThat(content.toString(UTF_8)).isEqualTo(HEADER + String.join("", all));
        assertThat(file.bytes()).isEqualTo(content.size());
        assertThat(file.records()).isEqualTo(all.size());
    }

    @Provide
    Arbitrary<List<List<String>>> segments() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars('a', ',', '"', '\n', 'é', '\r')
                .ofMaxLength(40)
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"');
        Arbitrary<String> longText = Arbitraries.integers().between(500, 70_000).map(length -> "x".repeat(length));
        return Arbitraries.frequencyOf(Tuple.of(9, text), Tuple.of(1, longText))
                .map(cell -> "8ad0," + cell + "\n")
                .list()
                .ofMaxSize(60)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Integer> portions() {
        return Arbitraries.of(1, 7, 511, 512, 513, 8192, 65536, 1 << 20);
    }
}
