package io.github.aquaspec.run.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.spec.model.Deleted;
import io.github.aquaspec.spec.model.QueryType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever was published reads back the same, and half of it never reads as anything. */
class StateShapePropertyTest {

    private static final String SEED = "20261123";

    @Property(tries = 500, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void readsBackWhatItWrote(@ForAll("states") Published state) throws Exception {
        assertThat(StateReader.published(StateWriter.write(state))).isEqualTo(state);
    }

    @Property(tries = 500, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void writesEqualBytes_forEqualStates(@ForAll("states") Published state) throws Exception {
        byte[] written = StateWriter.write(state);
        assertThat(StateWriter.write(StateReader.published(written))).isEqualTo(written);
        assertThat(new String(written, StandardCharsets.UTF_8)).endsWith("}\n").doesNotContain("\r");
    }

    @Property(tries = 500, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void refusesWhatIsCutOff(@ForAll("states") Published state, @ForAll("places") double place) {
        byte[] whole = StateWriter.write(state);
        byte[] torn = Arrays.copyOf(whole, (int) (place * (whole.length - 1)));

        assertThatThrownBy(() -> StateReader.published(torn)).isInstanceOf(MalformedStateException.class);
    }

    @Property(tries = 500, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void refusesWhatIsFollowedByMore(@ForAll("states") Published state) {
        String twice = new String(StateWriter.write(state), StandardCharsets.UTF_8).repeat(2);

        assertThatThrownBy(() -> StateReader.published(twice.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedStateException.class);
    }

    @Provide
    Arbitrary<Double> places() {
        return Arbitraries.doubles().between(0, true, 1, false);
    }

    @Provide
    Arbitrary<Published> states() {
        return Arbitraries.oneOf(windows(), sessions());
    }

    private static Arbitrary<Published> windows() {
        return Combinators.combine(
                        identities(),
                        texts(),
                        seconds(),
                        seconds(),
                        queries().list().ofMinSize(1).ofMaxSize(5),
                        Arbitraries.of(true, false))
                .filter((identity, id, a, b, queries, counted) -> !a.equals(b))
                .as((identity, id, a, b, queries, counted) -> new WindowPublished(
                        identity,
                        id,
                        a.isBefore(b) ? a : b,
                        a.isBefore(b) ? b : a,
                        queries,
                        counted ? records(queries) : List.of()));
    }

    private static List<Long> records(List<PublishedQuery> queries) {
        return queries.stream()
                .map(query -> Integer.MAX_VALUE * (long) query.query().length())
                .toList();
    }

    private static Arbitrary<Published> sessions() {
        return Combinators.combine(
                        identities(),
                        texts(),
                        texts(),
                        texts(),
                        seconds(),
                        queries().list().ofMinSize(1).ofMaxSize(5))
                .as(SessionPublished::new);
    }

    private static Arbitrary<PublishedQuery> queries() {
        Arbitrary<Optional<PublishedQuery.Column>> columns = Combinators.combine(
                        texts(), Arbitraries.of(Deleted.Flag.class).optional())
                .as(PublishedQuery.Column::new)
                .optional();
        return Combinators.combine(texts().optional(), texts(), Arbitraries.of(QueryType.class), columns)
                .as(PublishedQuery::new);
    }

    private static Arbitrary<TargetIdentity> identities() {
        return Combinators.combine(texts(), texts(), texts().optional(), texts().optional())
                .as(TargetIdentity::new);
    }

    private static Arbitrary<String> texts() {
        Arbitrary<String> odd = Arbitraries.strings()
                .withChars('a', 'Ü', '"', '\\', '\n', '\t', '\u2028', '{', '}', '\'')
                .withChars("😀".toCharArray()[0])
                .ofMaxLength(12)
                .map(s -> s.replace("😀".substring(0, 1), "😀"));
        return odd.map(s -> "x" + s);
    }

    private static Arbitrary<Instant> seconds() {
        return Arbitraries.longs().between(0, 4_102_444_800L).map(Instant::ofEpochSecond);
    }
}
