package io.github.aquaspec.run.plan;

import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.PublishedQuery;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.run.state.WindowPublished;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.Window;
import io.github.aquaspec.spec.model.WindowRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The window that a run extracts.
 *
 * @param range the half-open range
 * @param origin what decides where it begins
 * @param now what the run takes for now: no window may end behind it
 * @param byClock whether our clock said so
 * @param before what was published last
 * @param queries what is asked, each text with its window open
 * @param params what the command line of the build gives for parameters
 */
public record WindowPlan(
        WindowRange range,
        Origin origin,
        Instant now,
        boolean byClock,
        Optional<Published> before,
        List<PublishedQuery> queries,
        Map<String, String> params) {

    /** How far clocks may be apart. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** What decides where a window begins. */
    public enum Origin {
        /** The manifest: nothing was published before. */
        INITIAL("window.initial: nothing was published before"),
        /** The window that was published last. */
        WATERMARK("where what was published last ends, less any overlap"),
        /** A run that was stopped before it could publish it. */
        BEGUN("a run that was stopped before"),
        /** The build, which extracts a window again. */
        GIVEN("aqua.window.from: what was published last stays");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        /** For readers. */
        public String words() {
            return words;
        }
    }

    /** The same over another window, which a run before has asked for. */
    WindowPlan over(WindowRange other) {
        return new WindowPlan(other, origin, other.to(), false, before, queries, params);
    }

    /** Whether it goes on from what is published, and was not asked for before. */
    public boolean isNext() {
        return origin == Origin.INITIAL || origin == Origin.WATERMARK;
    }

    /** Whether the next window begins where this one ends. */
    public boolean movesWatermark() {
        return origin != Origin.GIVEN;
    }

    /**
     * The next window, or the one that the build asks for.
     *
     * @param spec of a manifest with a window, still open
     * @param clockNow by our clock
     * @throws StateException when what was published last cannot be known
     * @throws JobFailedException when what was published last says nothing about windows
     * @throws NothingNewException when the next window would be empty
     */
    public static WindowPlan of(JobSpec spec, StateDirectory state, WindowChoice choice, Instant clockNow)
            throws StateException, JobFailedException, NothingNewException {
        Window window = spec.window().orElseThrow();
        List<PublishedQuery> queries = queries(spec);
        if (choice.again().isPresent()) {
            WindowRange range = choice.again().get();
            return new WindowPlan(range, Origin.GIVEN, range.to(), false, Optional.empty(), queries, choice.params());
        }
        Instant now = choice.asOf().orElse(clockNow);
        Optional<Published> before = state.published();
        Optional<WindowRange> begun = begun(state, before);
        if (begun.isPresent()) {
            WindowRange range = begun.get();
            return new WindowPlan(range, Origin.BEGUN, range.to(), false, before, queries, choice.params());
        }
        Optional<Instant> watermark = before.isEmpty() ? Optional.empty() : Optional.of(watermark(state, before.get()));
        if (choice.asOf().isEmpty() && watermark.isPresent()) {
            requirePast(state, watermark.get(), now);
        }
        Instant to = now.minus(window.lag()).truncatedTo(ChronoUnit.SECONDS);
        Instant done = watermark.orElse(window.initial());
        if (!to.isAfter(done)) {
            throw watermark.isPresent()
                    ? NothingNewException.published(done, to)
                    : NothingNewException.notBegun(done, to, window.lag());
        }
        Instant from = watermark.map(w -> w.minus(window.overlap())).orElse(window.initial());
        return new WindowPlan(
                new WindowRange(from, to),
                watermark.isPresent() ? Origin.WATERMARK : Origin.INITIAL,
                now,
                choice.asOf().isEmpty(),
                before,
                queries,
                choice.params());
    }

    /** The window of a run that was stopped, and that goes on from what is published. */
    private static Optional<WindowRange> begun(StateDirectory state, Optional<Published> before) throws StateException {
        return state.journal()
                .live()
                .filter(run -> run.mayHaveJob() && !run.begun().again() && run.goesOnFrom(before))
                .flatMap(JournalledRun::window);
    }

    private static void requirePast(StateDirectory state, Instant watermark, Instant now) throws JobFailedException {
        if (watermark.isAfter(now.plus(TOLERANCE))) {
            throw new JobFailedException(
                    Diagnostic.of(
                                    StateCode.AHEAD_OF_NOW,
                                    state.path() + " says that everything up to " + watermark
                                            + " is published, and by this machine's clock it is "
                                            + now.truncatedTo(ChronoUnit.SECONDS))
                            .fix("set the clock, where it is slow; otherwise restore window.json from version control,"
                                    + " or write it anew from the newest snapshot (docs/state.md)"),
                    Retry.NEVER);
        }
    }

    /** The queries, counted from 0, that were not part of what was published last: their older records are missing. */
    public List<Integer> newcomers() {
        if (before.isEmpty() || !(before.get() instanceof WindowPublished last)) {
            return List.of();
        }
        return IntStream.range(0, queries.size())
                .filter(i -> last.queries().stream().noneMatch(queries.get(i)::asks))
                .boxed()
                .toList();
    }

    /** What is asked, as it is remembered. */
    public static List<PublishedQuery> queries(JobSpec open) {
        return open.queries().stream().map(PublishedQuery::of).toList();
    }

    private static Instant watermark(StateDirectory state, Published published) throws JobFailedException {
        if (published instanceof WindowPublished window) {
            return window.to();
        }
        SessionPublished session = (SessionPublished) published;
        throw new JobFailedException(
                Diagnostic.of(
                                StateCode.OTHER_KIND,
                                state.path() + " holds the state of a session, " + session
                                        + ", and the manifest has a window of its own")
                        .fix("move window.json away: the first window then begins at `initial`, set it to "
                                + session.watermark().truncatedTo(ChronoUnit.SECONDS)
                                + " to continue where the session has ended"),
                Retry.NEVER);
    }
}
