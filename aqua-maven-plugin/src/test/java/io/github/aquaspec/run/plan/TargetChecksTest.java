package io.github.aquaspec.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.Plans;
import io.github.aquaspec.run.Settings;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetChecksTest {

    private static final String PLAIN = "queries: [{name: A, query: select Id from Account}]\n";

    private final Settings settings = new Settings();

    @ParameterizedTest
    @CsvSource({"51, 51, true", "51, 50, false", "50, 51, false", "60, 55, true"})
    void fails_whereMoreJobsWouldBeUnderWay_thanZuoraTakes(int manifests, int parallel, boolean fails) {
        settings.jobsAtOnce(parallel);

        List<Diagnostic> found = found("emulator", many(manifests, PLAIN));

        assertThat(found.stream().anyMatch(d -> d.code() == TargetCode.TOO_MANY_JOBS && d.isError()))
                .isEqualTo(fails);
    }

    @Test
    void countsASessionOnce_andItsJobsApartFromThoseWithout() {
        settings.jobsAtOnce(100);
        List<String> manifests = new ArrayList<>(many(50, PLAIN));
        manifests.addAll(many(30, session("same")));
        IntStream.range(0, 49).forEach(i -> manifests.add(session("p" + i)));

        assertThat(found("emulator", manifests)).noneMatch(d -> d.code() == TargetCode.TOO_MANY_JOBS);
        manifests.add(session("another"));
        assertThat(found("emulator", manifests))
                .filteredOn(d -> d.code() == TargetCode.TOO_MANY_JOBS)
                .extracting(Diagnostic::message)
                .containsExactly("51 stateful jobs would be under way at once, and Zuora takes 50");
    }

    @Test
    void notes_thatManifestsOfOneSessionRunInTurn_atTheSecond() {
        ManifestSet set = checked("us", List.of(session("one"), PLAIN, session("one"), session("two")));

        assertThat(set.manifests().get(0).loaded().diagnostics()).noneMatch(d -> d.code() == TargetCode.IN_TURN);
        assertThat(set.manifests().get(2).loaded().diagnostics())
                .filteredOn(d -> d.code() == TargetCode.IN_TURN)
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.severity()).isEqualTo(Severity.NOTE);
                    assertThat(d.message())
                            .isEqualTo("manifest m00 runs in the same session: the two run one after another");
                    assertThat(d.where().orElseThrow().span().text()).isEqualTo("one");
                });
        assertThat(set.manifests().get(3).loaded().diagnostics()).noneMatch(d -> d.code() == TargetCode.IN_TURN);
    }

    @Test
    void isAccepted_byTheManifest_andTold() {
        String accepted = session("one") + "suppress: [{code: AQ527, reason: they are short}]\n";

        Manifest second =
                checked("us", List.of(session("one"), accepted)).manifests().get(1);

        assertThat(second.loaded().diagnostics()).noneMatch(d -> d.code() == TargetCode.IN_TURN);
        assertThat(second.loaded().suppressed())
                .anySatisfy(s -> assertThat(s.reason()).isEqualTo("they are short"));
    }

    /** A job that is asked for each second is asked for 14,400 times in the 4 hours that it is waited for. */
    @ParameterizedTest
    @CsvSource({
        "us-sandbox, PT1S, 1, true",
        "us-na-sandbox, PT1S, 1, true",
        "eu-sandbox, PT1S, 1, true",
        "us, PT1S, 1, false",
        "us-test, PT1S, 1, false",
        "emulator, PT1S, 1, false",
        "us-sandbox, PT2S, 1, false",
        "us-sandbox, PT2S, 2, true",
        "us-sandbox, , 31, false",
        "us-sandbox, , 33, true",
        "us, PT0S, 40, true"
    })
    void warns_whereTheRequestsOfADayMayBeUsedUp(String environment, String interval, int manifests, boolean warns) {
        if (interval != null) {
            settings.pollingEvery(Duration.parse(interval));
        }

        List<Diagnostic> found = found(environment, many(manifests, PLAIN));

        assertThat(found.stream().anyMatch(d -> d.code() == TargetCode.MANY_REQUESTS && !d.isError()))
                .isEqualTo(warns);
    }

    @Test
    void tellsHowManyRequests_andWhatTheLimitIs() {
        settings.pollingEvery(Duration.ofSeconds(1));

        assertThat(found("us-sandbox", List.of(PLAIN)))
                .filteredOn(d -> d.code() == TargetCode.MANY_REQUESTS)
                .extracting(Diagnostic::message)
                .containsExactly("up to 14,407 requests if the jobs last as long as they are waited for, and us-sandbox"
                        + " takes 10,000 a day");
    }

    @Test
    void keepsWhatWasFoundBefore_andAManifestWithErrors() {
        ManifestSet before = set(List.of("nonsense", PLAIN));

        ManifestSet after = new TargetChecks(target("us"), settings.asTheyAre()).of(before);

        assertThat(after).isEqualTo(before);
        assertThat(after.diagnostics()).isNotEmpty();
    }

    private List<Diagnostic> found(String environment, List<String> manifests) {
        return checked(environment, manifests).diagnostics();
    }

    private ManifestSet checked(String environment, List<String> manifests) {
        return new TargetChecks(target(environment), settings.asTheyAre()).of(set(manifests));
    }

    private static ManifestSet set(List<String> texts) {
        return new ManifestSet(
                IntStream.range(0, texts.size())
                        .mapToObj(i -> Plans.manifestOf("m%02d".formatted(i), texts.get(i)))
                        .toList(),
                List.of());
    }

    private static List<String> many(int count, String text) {
        return IntStream.range(0, count).mapToObj(i -> text).toList();
    }

    private static String session(String project) {
        return "version: 1.1\npartner: acme\nproject: " + project + "\n" + PLAIN;
    }

    private static Target target(String environment) {
        return Target.of(Optional.of(environment), Optional.empty(), new ArrayList<>())
                .orElseThrow();
    }
}
