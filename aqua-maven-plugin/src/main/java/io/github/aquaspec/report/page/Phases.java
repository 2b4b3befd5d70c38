package io.github.aquaspec.report.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long a job, or one of its batches, was in which state. */
final class Phases {

    /** A state; each is drawn in a form of its own. */
    enum Phase {
        QUEUED("queued"),
        EXECUTING("executing"),
        DOWNLOADING("downloading");

        private final String word;

        Phase(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /**
     * A state from when to when.
     *
     * @param isOpen whether nobody told its end
     */
    record Stretch(Phase phase, Instant from, Instant to, boolean isOpen) {}

    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Instant> troubles = new ArrayList<>();
    private Optional<Instant> verified = Optional.empty();
    private Optional<Phase> phase = Optional.empty();
    private Instant since = Instant.EPOCH;

    private Phases() {}

    /** Those of the job. */
    static Phases ofJob(ReportedRun run) {
        Phases phases = new Phases();
        for (Moment moment : run.timeline()) {
            switch (moment.what()) {
                case "submitted", "continued", "status" ->
                    phases.status(
                            moment.status()
                                    .or(() ->
                                            moment.what().equals("status") ? Optional.empty() : Optional.of("pending")),
                            moment.at());
                case "fetching" -> phases.begin(Phase.DOWNLOADING, moment.at());
                case "published" -> phases.end(moment.at());
                default -> phases.note(moment);
            }
        }
        return phases.ended(run);
    }

    /** Those of the batch of a query. */
    static Phases ofQuery(ReportedRun run, long query) {
        Phases phases = new Phases();
        for (Moment moment : run.timeline()) {
            moment.states().stream()
                    .filter(state -> state.query() == query)
                    .forEach(state -> phases.status(Optional.of(state.status()), moment.at()));
            if (moment.query().filter(q -> q == query).isPresent()) {
                phases.file(moment);
            }
        }
        return phases.ended(run);
    }

    private void file(Moment moment) {
        switch (moment.what()) {
            case "fetching" -> begin(Phase.DOWNLOADING, moment.at());
            case "verified" -> {
                end(moment.at());
                verified = Optional.of(moment.at());
            }
            default -> note(moment);
        }
    }

    private void note(Moment moment) {
        if (moment.isTrouble()) {
            troubles.add(moment.at());
        }
    }

    private void status(Optional<String> status, Instant at) {
        String word = status.orElse("").toLowerCase(Locale.ROOT);
        switch (word) {
            case "" -> {}
            case "pending", "submitted", "queued" -> begin(Phase.QUEUED, at);
            case "executing", "running" -> begin(Phase.EXECUTING, at);
            default -> end(at);
        }
    }

    private void begin(Phase next, Instant at) {
        if (phase.filter(p -> p == next).isEmpty()) {
            end(at);
            phase = Optional.of(next);
            since = at;
        }
    }

    private void end(Instant at) {
        phase.ifPresent(p -> stretches.add(new Stretch(p, since, at, false)));
        phase = Optional.empty();
    }

    private Phases ended(ReportedRun run) {
        List<Instant> known = run.instants();
        if (phase.isPresent() && !known.isEmpty()) {
            stretches.add(new Stretch(
                    phase.get(),
                    since,
                    known.get(known.size() - 1),
                    run.head().ended().isEmpty()));
            phase = Optional.empty();
        }
        return this;
    }

    List<Stretch> stretches() {
        return List.copyOf(stretches);
    }

    /** When something had to be tried again. */
    List<Instant> troubles() {
        return List.copyOf(troubles);
    }

    Optional<Instant> verified() {
        return verified;
    }
}
