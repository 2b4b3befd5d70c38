package io.github.aquaspec.spec.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.text.ManifestReader;
import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A form tells others of all texts that its reader takes; what it lets pass besides is known. */
class ScalarShapesTest {

    private static final Map<String, Reader<?>> READERS = Map.of(
            "duration", Scalars.duration(),
            "wholeSeconds", Scalars.wholeSeconds(),
            "instant", Scalars.instant(),
            "incrementalTime", Scalars.incrementalTime(),
            "apiVersion", Scalars.apiVersion());

    static Stream<Arguments> taken() {
        return Stream.of(
                        each(
                                "duration",
                                "PT4H",
                                "P1D",
                                "P1DT2H3M4S",
                                "pt0.5s",
                                "PT1,25S",
                                "PT1.S",
                                "+PT5M",
                                "-PT-5M",
                                "PT61M"),
                        each("wholeSeconds", "PT0S", "PT2H", "PT90S", "PT1.0S", "P2D"),
                        each(
                                "instant",
                                "2020-01-01T00:00:00Z",
                                "2020-01-01t00:00z",
                                "2020-01-01T00:00:00.000Z",
                                "2020-01-01T00:00:00+01:00",
                                "2020-01-01T00:00:00-08",
                                "2020-01-01T00:00:00+05:30:15",
                                "+12020-01-01T00:00Z"),
                        each("incrementalTime", "2015-01-21 10:30:01"),
                        each("apiVersion", "145.0", "88", "7.1"))
                .flatMap(all -> all);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                        each("duration", "P", "PT", "P1DT", "4h", "PT4", "PT1.5H", "P1Y", "PT0.1234567890S", "4 hours"),
                        each("wholeSeconds", "PT0.5S", "PT", "90"),
                        each(
                                "instant",
                                "2020-01-01",
                                "2020-01-01T00:00:00",
                                "2020-01-01 00:00:00Z",
                                "2020-01-01T00:00:00.5Z"),
                        each("incrementalTime", "2015-01-21T10:30:01", "2015-01-21 10:30", "2015-1-21 10:30:01"),
                        each("apiVersion", "v145", "1450", "145.00", ""))
                .flatMap(all -> all);
    }

    static Stream<Arguments> letPass() {
        return Stream.of(
                        each("duration", "PT0S", "-PT4H"),
                        each("wholeSeconds", "PT-1H"),
                        each("instant", "2020-02-30T00:00:00Z"),
                        each("incrementalTime", "2015-02-29 10:30:01"))
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("taken")
    void aFormHasWhatItsReaderTakes(String reader, String text) {
        assertThat(isRead(reader, text)).isTrue();
        assertThat(hasForm(reader, text)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aFormLacksWhatItsReaderRefuses(String reader, String text) {
        assertThat(isRead(reader, text)).isFalse();
        assertThat(hasForm(reader, text)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("letPass")
    void aFormLetsPassWhatOnlyCountingShows(String reader, String text) {
        assertThat(isRead(reader, text)).isFalse();
        assertThat(hasForm(reader, text)).isTrue();
    }

    private static Stream<Arguments> each(String reader, String... texts) {
        return Stream.of(texts).map(text -> Arguments.of(reader, text));
    }

    private static boolean isRead(String reader, String text) {
        MappingNode mapping =
                (MappingNode) ManifestReader.read(new SourceText("a.yaml", "x: \"" + text + "\""), f -> {})
                        .orElseThrow();
        Node value = mapping.members().get(0).value();
        return READERS.get(reader).read(value, findings -> {}).isPresent();
    }

    private static boolean hasForm(String reader, String text) {
        return Pattern.matches(((Shape.Form) READERS.get(reader).shape()).pattern(), text);
    }
}
