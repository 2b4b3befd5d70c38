package io.github.aquaspec.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.Identity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is promised of the waits is worked out from them, for every time that a job may take and not for some. */
class PollingTest {

    private static final Duration SHORTEST_JOB = Duration.ofSeconds(2);
    private static final Duration LONGEST_JOB = Duration.ofHours(3);
    /** What an API sandbox has in a day (Zuora developer reference, Rate and concurrency limits). */
    private static final long A_DAY = 10_000;

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT0.25S",
        "PT0.25S, PT0.25S",
        "PT0.5S, PT0.5S",
        "PT1S, PT1S",
        "PT2.4S, PT1S",
        "PT2M, PT50S",
        "PT144S, PT1M",
        "PT3H, PT1M",
        "PT9H, PT3M"
    })
    void waitsLonger_theLongerItHasWaited_withinBounds(Duration elapsed, Duration next) {
        assertThat(Polling.ADAPTIVE.next(elapsed)).isEqualTo(next);
    }

    @Test
    void loses_aMinuteAtMost_ofAJobOfUpTo3Hours() {
        assertThat(mostLost(Polling.ADAPTIVE::next)).isEqualTo(Duration.ofMinutes(1));
        assertThat(mostLost(elapsed -> elapsed.dividedBy(2).plusMillis(250)))
                .as("a share without an end")
                .isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void loses_lessThan15PercentOfTheTime_inTheMean_whetherShortJobsOrLongOnesCountMost() {
        assertThat(meanLost(Polling.ADAPTIVE::next)).isBetween(0.12, 0.13);
        assertThat(meanLostWhereLongOnesCount(Polling.ADAPTIVE::next)).isBetween(0.014, 0.015);
        assertThat(meanLost(elapsed -> Duration.ofSeconds(60)))
                .as("the same wait every time")
                .isGreaterThan(0.15);
    }

    @Test
    void loses_noMoreThanItsShare_ofAnyJob() {
        assertThat(mostLostOfItsTime(Polling.ADAPTIVE::next)).isBetween(0.41, 5.0 / 12);
    }

    @Test
    void asks200TimesAtMost_allThatAJobOf3HoursTakesIsCounted() {
        assertThat(requests(Polling.ADAPTIVE, LONGEST_JOB)).isEqualTo(200);
        assertThat(times(PollingTest::eighth, LONGEST_JOB))
                .as("as it was before")
                .hasSizeGreaterThan(200);
    }

    @Test
    void leavesSomeOfTheDay_where50JobsOf3HoursShareATokenAtATime() {
        assertThat(ofFiftyJobs(Polling.ADAPTIVE::next)).isLessThan(A_DAY);
        assertThat(ofFiftyJobs(PollingTest::eighth)).as("as it was before").isGreaterThan(A_DAY);
    }

    @Test
    void asksLessOften_ofAJobThatTakesDays() {
        long week = times(Polling.ADAPTIVE::next, Duration.ofDays(7)).size();

        assertThat(week).isLessThan(1_000);
        assertThat(times(elapsed -> Duration.ofMinutes(1), Duration.ofDays(7))).hasSizeGreaterThan(10_000);
    }

    @Test
    void waitsTheSame_whenABuildFixesIt() {
        Polling fixed = new Polling(Optional.of(Duration.ofSeconds(5)));

        assertThat(fixed.next(Duration.ZERO)).isEqualTo(Duration.ofSeconds(5));
        assertThat(fixed.next(Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void adapts_whenTheFixedWaitIsNegative() {
        assertThat(new Polling(Optional.of(Duration.ofSeconds(-1)))).isEqualTo(Polling.ADAPTIVE);
    }

    /** The wait of before: an eighth of the time that has passed. */
    private static Duration eighth(Duration elapsed) {
        return Duration.ofMillis(Math.max(250, Math.min(60_000, elapsed.toMillis() / 8)));
    }

    /** When the questions are asked, up to the one that finds a job of this time at its end. */
    private static List<Duration> times(UnaryOperator<Duration> next, Duration job) {
        List<Duration> times = new ArrayList<>();
        Duration elapsed = Duration.ZERO;
        while (elapsed.compareTo(job) < 0) {
            elapsed = elapsed.plus(next.apply(elapsed));
            times.add(elapsed);
        }
        return times;
    }

    private static long requests(Polling polling, Duration job) {
        return new RequestEstimate(polling, Identity.CLIENT_CREDENTIALS, job, 1, 1).most();
    }

    /** The questions, the submissions, the files, and the tokens that they share. */
    private static long ofFiftyJobs(UnaryOperator<Duration> next) {
        return 50L * (times(next, LONGEST_JOB).size() + 2) + Identity.CLIENT_CREDENTIALS.tokens(LONGEST_JOB);
    }

    /** What is made of the times between two questions, of those that jobs end in which are looked at. */
    private interface Gap {
        double of(double from, double to, double next);
    }

    private static List<Double> gaps(UnaryOperator<Duration> next, Gap gap) {
        List<Double> found = new ArrayList<>();
        double before = 0;
        for (Duration time : times(next, LONGEST_JOB)) {
            double at = seconds(time);
            double from = Math.max(before, seconds(SHORTEST_JOB));
            double to = Math.min(at, seconds(LONGEST_JOB));
            if (to > from) {
                found.add(gap.of(from, to, at));
            }
            before = at;
        }
        return found;
    }

    /** Of a job that ends just after a question. */
    private static Duration mostLost(UnaryOperator<Duration> next) {
        double most = gaps(next, (from, to, at) -> at - from).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
        return Duration.ofMillis(Math.round(most * 1000));
    }

    private static double mostLostOfItsTime(UnaryOperator<Duration> next) {
        return gaps(next, (from, to, at) -> (at - from) / from).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }

    /** The mean of (next - t) / t where ln t is spread evenly: as many jobs of 2 to 4 seconds as of 1 to 2 hours. */
    private static double meanLost(UnaryOperator<Duration> next) {
        return sum(gaps(next, (from, to, at) -> at * (1 / from - 1 / to) - Math.log(to / from)))
                / Math.log(seconds(LONGEST_JOB) / seconds(SHORTEST_JOB));
    }

    /** The same where t itself is spread evenly: most jobs take more than an hour. */
    private static double meanLostWhereLongOnesCount(UnaryOperator<Duration> next) {
        return sum(gaps(next, (from, to, at) -> at * Math.log(to / from) - (to - from)))
                / (seconds(LONGEST_JOB) - seconds(SHORTEST_JOB));
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
