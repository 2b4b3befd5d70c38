package io.github.aquaspec.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTest {

    @TempDir
    private Path folder;

    private static final int MANY = 100_000;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    @Test
    void writesTheHeaderOnce_andAllRecordsInOrder() throws Exception {
        VerifiedFile file = merge(1, "A,B\n1,2\n3,4\n", "A,B\n5,\"6\n7\"\n", "A,B\n", "A,B\n8,9\n");
        assertThat(content.toString(UTF_8)).isEqualTo("A,B\n1,2\n3,4\n5,\"6\n7\"\n8,9\n");
        assertThat(file.records()).isEqualTo(4);
        assertThat(file.bytes()).isEqualTo(content.size());
        assertThat(file.segments()).extracting(VerifiedSegment::records).containsExactly(2L, 1L, 0L, 1L);
        assertThat(file.servedBytes()).isEqualTo(12 + 12 + 4 + 8);
        assertThat(file.observations()).isEmpty();
    }

    /** The first CSV is digested as what is written, each later one for itself, since its header is not written. */
    @Test
    void digestsEachBodyAsItWasServed() throws Exception {
        String[] bodies = {"A,B\n1,2", "A,B\n3,4\n", "A,B\n5,6\n"};

        VerifiedFile file = merge(3, bodies);

        assertThat(file.segments())
                .extracting(VerifiedSegment::servedSha256)
                .containsExactly(sha256(bodies[0]), sha256(bodies[1]), sha256(bodies[2]));
        assertThat(file.sha256()).isEqualTo(sha256("A,B\n1,2\n3,4\n5,6\n"));
    }

    /** Long enough for a second thread, so that records lie across the bounds of all that is read and handed on. */
    @ParameterizedTest
    @ValueSource(ints = {1, 511, 512, 513, 1 << 16})
    void leavesEachRecordAsItCame_howeverLongASegmentIs(int portion) throws Exception {
        String first = records(0, MANY);
        String second = records(MANY, 2 * MANY);
        VerifiedFile file = merge(portion, "A,B\n" + first, "A,B\n" + second, "A,B\n" + first);
        assertThat(first.length()).isGreaterThan(Relay.SIZE * (Relay.TAKEN_AT_ONCE + 1));
        assertThat(content.toString(UTF_8)).isEqualTo("A,B\n" + first + second + first);
        assertThat(file.bytes()).isEqualTo(content.size());
        assertThat(file.records()).isEqualTo(3 * MANY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 511, 512, 513, 1 << 16})
    void endsTheOpenLineOfALongSegment_once(int portion) throws Exception {
        String first = records(0, MANY).stripTrailing();
        String second = records(MANY, 2 * MANY).stripTrailing();
        merge(portion, "A,B\n" + first, "A,B\n" + second);
        assertThat(content.toString(UTF_8)).isEqualTo("A,B\n" + first + "\n" + second);
    }

    @Test
    void endsAnOpenLine_onlyBetweenSegments() throws Exception {
        VerifiedFile file = merge(3, "A,B\n1,2", "A,B", "A,B\n3,4");
        assertThat(content.toString(UTF_8)).isEqualTo("A,B\n1,2\n3,4");
        assertThat(file.records()).isEqualTo(2);
        assertThat(file.observations())
                .containsExactly(
                        new Observation.MissingFinalNewline(),
                        new Observation.MissingFinalNewline(),
                        new Observation.MissingFinalNewline());
    }

    @Test
    void endsAnOpenLineAsTheOthersEnd() throws Exception {
        merge(2, "A,B\r\n1,2", "A,B\r\n3,4\r\n");
        assertThat(content.toString(UTF_8)).isEqualTo("A,B\r\n1,2\r\n3,4\r\n");
        content.reset();
        merge(2, "A,B\r\n1,2\r", "A,B\r\n3,4\r\n");
        assertThat(content.toString(UTF_8)).isEqualTo("A,B\r\n1,2\r\n3,4\r\n");
    }

    @Test
    void writesNoHeaderTwice_whenTheFirstSegmentIsOnlyAHeaderWithoutNewline() throws Exception {
        VerifiedFile file = merge(1, "A,B", "A,B\n1,2\n");
        assertThat(content.toString(UTF_8)).isEqualTo("A,B\n1,2\n");
        assertThat(file.records()).isEqualTo(1);
    }

    @Test
    void dropsTheByteOrderMarkOfLaterSegments() throws Exception {
        VerifiedFile file = merge(1, "\uFEFFA\n1\n", "\uFEFFA\n2\n");
        assertThat(content.toString(UTF_8)).isEqualTo("\uFEFFA\n1\n2\n");
        assertThat(file.observations())
                .containsExactly(new Observation.ByteOrderMark(), new Observation.ByteOrderMark());
    }

    @Test
    void saysThatLineEndsAreMixed_whenSegmentsDiffer() throws Exception {
        assertThat(merge(9, "A\n1\n", "A\r\n2\r\n").lineEnd()).isEqualTo(LineEnd.MIXED);
    }

    @Test
    void fails_whenALaterHeaderIsNotTheFirst_byteForByte() {
        for (String other : List.of("A,C\n1,2\n", "A,\"B\"\n1,2\n", "B,A\n1,2\n", "A,B,C", "A\n")) {
            Fault fault = catchThrowableOfType(CorruptFileException.class, () -> merge(4, "A,B\n1,2\n", other))
                    .fault();
            assertThat(fault).isInstanceOf(Fault.SegmentHeaderDiffers.class);
        }
        Fault narrower = catchThrowableOfType(CorruptFileException.class, () -> merge(4, "A,B\n1,2\n", "A\n1\n"))
                .fault();
        assertThat(narrower).isEqualTo(new Fault.SegmentHeaderDiffers(List.of("A", "B"), List.of("A")));
    }

    @Test
    void namesBothHeaders_whenTheyAreShort() {
        assertThat(new Fault.SegmentHeaderDiffers(List.of("A", "B"), List.of("A")).sentence())
                .isEqualTo("the header of this segment is A, the first segment's A,B");
        assertThat(new Fault.SegmentHeaderDiffers(List.of("A"), List.of("A")).sentence())
                .contains("not byte for byte", "the same 1 columns");
    }

    @Test
    void namesThePlaceThatDiffers_whenHeadersAreLong() {
        String name = "x".repeat(200);

        assertThat(new Fault.SegmentHeaderDiffers(List.of("A", name), List.of("A", "B")).sentence())
                .contains("has 2 columns", "column 2 is the first that differs")
                .doesNotContain("xxx");
        assertThat(new Fault.SegmentHeaderDiffers(List.of("A", name), List.of("A")).sentence())
                .contains("column 2 is the first that differs");
    }

    @Test
    void isOfNoUse_onceASegmentFailed() throws Exception {
        Verification verification = new Verification(content, Limits.DEFAULT);
        append(verification, "A\n1\n", 1);
        assertThatThrownBy(() -> append(verification, "", 1)).isInstanceOf(CorruptFileException.class);
        assertThatThrownBy(() -> append(verification, "A\n1\n", 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(verification::finish).isInstanceOf(IllegalStateException.class);
    }

    private static String records(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> i + ",text " + i + "\n").collect(Collectors.joining());
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    private VerifiedFile merge(int portion, String... segments) throws Exception {
        Verification verification = new Verification(content, Limits.DEFAULT);
        for (String segment : segments) {
            append(verification, segment, portion);
        }
        return verification.finish();
    }

    private void append(Verification verification, String segment, int portion) throws Exception {
        verification.append(
                Container.CSV, Wrapping.inPortions(segment.getBytes(UTF_8), portion), folder.resolve("spool"));
    }
}
