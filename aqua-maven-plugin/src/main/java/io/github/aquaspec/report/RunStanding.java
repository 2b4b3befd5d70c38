package io.github.aquaspec.report;

import io.github.aquaspec.report.Standing.State;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.JobState;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.event.RunListener;
import io.github.aquaspec.run.manifest.ManifestId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Knows how the manifests of a build stand, by what it is told. Safe for threads. */
public final class RunStanding implements RunListener {

    private final int manifests;
    private final Clock clock;
    private final Instant begun;
    private final Map<ManifestId, Course> courses = new TreeMap<>();
    private final Map<ManifestId, LongAdder> received = new ConcurrentHashMap<>();
    private final Rate rate = new Rate();

    /** What is known of one manifest. */
    private static final class Course {
        private State state = State.BEGUN;
        private Instant since;
        private Optional<Instant> nextLook = Optional.empty();
        private int files;
        private int verified;
    }

    /**
     * Begins to listen.
     *
     * @param manifests how many there are
     */
    public RunStanding(int manifests, Clock clock) {
        this.manifests = manifests;
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Override
    public void received(ManifestId id, long bytes) {
        received.computeIfAbsent(id, any -> new LongAdder()).add(bytes);
    }

    @Override
    public synchronized void on(RunEvent event) {
        Instant now = clock.instant();
        event.state().ifPresent(job -> counted(course(event.id(), now), job));
        if (event instanceof RunEvent.Started started) {
            Course course = enter(event.id(), State.BEGUN, now);
            course.files = started.plan().stems().size();
        } else if (event instanceof RunEvent.Submitted submitted) {
            enter(event.id(), stateOf(submitted.status()), now);
        } else if (event instanceof RunEvent.GivenUp) {
            enter(event.id(), State.BEGUN, now).verified = 0;
        } else if (event instanceof RunEvent.StatusChanged changed) {
            enter(event.id(), stateOf(changed.status()), now);
        } else if (event instanceof RunEvent.NextLook next) {
            course(event.id(), now).nextLook = Optional.of(now.plus(next.pause()));
        } else if (event instanceof RunEvent.Fetching) {
            enter(event.id(), State.DOWNLOADING, now);
        } else if (event instanceof RunEvent.FileVerified) {
            Course course = course(event.id(), now);
            course.verified++;
            if (course.verified >= course.files) {
                enter(event.id(), State.VERIFIED, now);
            }
        } else if (event instanceof RunEvent.Ended ended) {
            enter(event.id(), stateOf(ended.outcome()), now);
        }
    }

    /** A session may repeat queries that no manifest has: there is a file for each batch. */
    private static void counted(Course course, JobState job) {
        course.files = Math.max(course.files, job.batches().size());
    }

    /** How they stand now. */
    synchronized Standing now() {
        Instant now = clock.instant();
        Map<State, Integer> counts = new EnumMap<>(State.class);
        List<Standing.UnderWay> underWay = new ArrayList<>();
        courses.forEach((id, course) -> {
            counts.merge(course.state, 1, Integer::sum);
            if (!course.state.isEnd()) {
                Duration since = Duration.between(course.since, now);
                underWay.add(new Standing.UnderWay(
                        id.text(), course.state, since, bytes(id), course.files, course.verified));
            }
        });
        long bytes = received.values().stream().mapToLong(LongAdder::sum).sum();
        return new Standing(
                counts,
                manifests - courses.size(),
                bytes,
                rate.at(now, bytes),
                Duration.between(begun, now),
                nextLook(now),
                underWay);
    }

    private Optional<Duration> nextLook(Instant now) {
        return courses.values().stream()
                .flatMap(course -> course.nextLook.stream())
                .filter(at -> at.isAfter(now))
                .min(Instant::compareTo)
                .map(at -> Duration.between(now, at));
    }

    private long bytes(ManifestId id) {
        LongAdder sum = received.get(id);
        return sum == null ? 0 : sum.sum();
    }

    private Course course(ManifestId id, Instant now) {
        return courses.computeIfAbsent(id, any -> {
            Course course = new Course();
            course.since = now;
            return course;
        });
    }

    private Course enter(ManifestId id, State state, Instant now) {
        Course course = course(id, now);
        if (course.state != state) {
            course.state = state;
            course.since = now;
            course.nextLook = Optional.empty();
        }
        return course;
    }

    /** Of a server's words, none that it could make up is shown. */
    private static State stateOf(String status) {
        return status.equalsIgnoreCase("submitted") || status.equalsIgnoreCase("pending")
                ? State.SUBMITTED
                : State.EXECUTING;
    }

    private static State stateOf(JobOutcome outcome) {
        if (outcome.isFailed()) {
            return State.FAILED;
        }
        return outcome instanceof JobOutcome.Skipped ? State.SKIPPED : State.PUBLISHED;
    }
}
