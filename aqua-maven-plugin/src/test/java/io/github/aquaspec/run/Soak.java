package io.github.aquaspec.run;

import io.github.aquaspec.run.SoakBuild.Flags;
import io.github.aquaspec.run.SoakOracle.Violation;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.snapshot.CachedDisk;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.FaultyDisk;
import io.github.aquaspec.snapshot.FaultyDisk.Fault;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Some nights of one manifest, with all that goes wrong in them, drawn from a seed: records change, hours pass, the line
 * and the disk fail, and the manifest is built until a build succeeds. Where a finding says what to do, that is done.
 */
final class Soak {

    /** What is done to a client behind its back, so that it does what must never be. */
    enum Planted {
        NOTHING,
        /** Files lose their last record, and their counts with them. */
        CUT_FILE_TAKEN_FOR_WHOLE,
        /** A build that fails moves the watermark all the same. */
        WATERMARK_BEFORE_PUBLISH,
        /** A build that fails forgets what it has submitted. */
        JOURNAL_FORGOTTEN,
        /** Another job takes changes of the session with it, and passes for ours. */
        INCREMENT_TAKEN
    }

    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final int MOST_BUILDS = 14;
    private static final int ROUGH_BUILDS = 7;
    private static final int CHANGES_OF_A_RUN = 90;
    private static final List<Duration> PASSING = List.of(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofHours(13),
            Duration.ofHours(25),
            Duration.ofHours(80));

    private final SoakTenant tenant;
    private final Random random;
    private final Planted planted;
    private final SoakBuild build;
    private final SoakOracle oracle;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> story = new ArrayList<>();
    private SoakManifest manifest;
    private Optional<String> waits = Optional.empty();

    Soak(SoakTenant tenant, Path folder, long seed, Planted planted) {
        this.tenant = tenant;
        this.random = new Random(seed);
        this.planted = planted;
        this.build = new SoakBuild(tenant.proxy().url(), folder, tenant.time(), PATIENCE);
        this.oracle = new SoakOracle(tenant, build);
        this.manifest = SoakManifest.drawn(random, "soak-" + folder.getFileName());
        tenant.begin(random.nextBoolean());
        tenant.proxy().plainFiles(manifest.format().equals("csv"));
        if (planted == Planted.CUT_FILE_TAKEN_FOR_WHOLE) {
            tenant.proxy().deceive(ShortFiles::of);
        }
    }

    /** How often what happened, beside the faults of the line. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** What happened, line by line. */
    List<String> story() {
        return story;
    }

    /** Nights, until the first one that ends in what must never be. */
    Map<Violation, String> run() throws Exception {
        story.add(manifest.toString());
        int nights = 2 + random.nextInt(3);
        for (int night = 1; night <= nights && oracle.found().isEmpty(); night++) {
            tenant.change(random, manifest.objects());
            if (night > 1 && planted == Planted.INCREMENT_TAKEN) {
                takeIncrement();
                tenant.change(random, manifest.objects());
            }
            tenant.time().of(Duration.ofHours(1 + random.nextInt(30)));
            night();
        }
        tenant.proxy().trouble(0, 0);
        return oracle.found();
    }

    private void night() throws Exception {
        Flags flags = Flags.NONE;
        boolean done = false;
        for (int builds = 1; builds <= MOST_BUILDS && !done && oracle.found().isEmpty(); builds++) {
            boolean rough = builds <= ROUGH_BUILDS;
            double share = rough ? List.of(0.0, 0.03, 0.1, 0.3, 0.9).get(random.nextInt(5)) : 0;
            boolean badDisk = rough && random.nextInt(3) == 0;
            tenant.proxy().trouble(random.nextLong(), share);
            Optional<JobOutcome> outcome = built(flags, badDisk ? badDisk() : new CachedDisk(), badDisk);
            done = outcome.filter(o -> !o.isFailed()).isPresent();
            flags = outcome.filter(JobOutcome::isFailed).map(this::advised).orElse(Flags.NONE);
            if (!done) {
                plant();
                Duration passing = PASSING.get(random.nextInt(PASSING.size()));
                story.add("  " + passing + " pass");
                tenant.time().of(passing);
                count("hours that passed between builds", (int) passing.toHours());
                if (random.nextInt(3) == 0) {
                    tenant.change(random, manifest.objects());
                }
            }
        }
        if (done) {
            count("nights published", 1);
            oracle.afterNight(manifest);
        } else {
            oracle.say(Violation.NO_END, "nothing is published after " + MOST_BUILDS + " builds");
        }
    }

    private Disk badDisk() {
        Fault fault = FaultyDisk.WITHIN_A_PROCESS.get(random.nextInt(FaultyDisk.WITHIN_A_PROCESS.size()));
        count("disk " + fault, 1);
        return new FaultyDisk(fault, 1 + random.nextInt(CHANGES_OF_A_RUN));
    }

    private Optional<JobOutcome> built(Flags flags, Disk disk, boolean badDisk) throws Exception {
        AtomicBoolean gaveUp = new AtomicBoolean();
        Optional<JobOutcome> outcome = build.run(manifest.text(), flags, disk, event -> {
            if (event instanceof RunEvent.GivenUp given) {
                gaveUp.set(true);
                story.add("  given up: " + given);
            }
        });
        count("builds", 1);
        story.add(tenant.time().instant() + " " + flags + " "
                + outcome.map(o -> o.getClass().getSimpleName() + " "
                                + (o instanceof JobOutcome.Published p ? p.directory() + " " + p.jobId() + " " : "")
                                + o.diagnostics().stream()
                                        .map(d -> d.code().id() + " " + d.message())
                                        .toList())
                        .orElse("died"));
        oracle.afterBuild(outcome, gaveUp.get(), badDisk);
        story.add("  jobs " + oracle.jobs()
                + (oracle.found().isEmpty() ? "" : ": " + oracle.found().keySet()));
        return outcome;
    }

    /** What the findings say to do, other than to run again. */
    private Flags advised(JobOutcome failed) {
        String fixes = failed.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(found -> found.fix().orElse(""))
                .collect(Collectors.joining("\n"));
        boolean again = fixes.contains("it goes on with this job");
        Optional<String> job = failed instanceof JobOutcome.Failed known ? known.jobId() : Optional.empty();
        boolean stuck = again && job.isPresent() && job.equals(waits);
        waits = again ? job : Optional.empty();
        if (again && !stuck) {
            return Flags.NONE;
        }
        if ((fixes.contains("take another project") || stuck) && isNew()) {
            manifest = manifest.inAnotherProject();
            story.add("  another project");
            count("projects given up", 1);
            return new Flags(true, true);
        }
        Flags flags = new Flags(fixes.contains("-Daqua.heal"), fixes.contains("-Daqua.fresh"));
        count(flags.equals(Flags.NONE) ? "plain re-runs" : "re-runs " + flags, 1);
        return flags;
    }

    private boolean isNew() {
        return remembered().isEmpty();
    }

    private Optional<Published> remembered() {
        try {
            return build.state().published();
        } catch (StateException e) {
            throw new IllegalStateException(e);
        }
    }

    private void count(String what, int by) {
        counts.merge(what, by, Integer::sum);
    }

    private void plant() throws IOException, StateException {
        if (planted == Planted.JOURNAL_FORGOTTEN) {
            Files.deleteIfExists(build.state().path().resolve("local/journal.jsonl"));
        } else if (planted == Planted.WATERMARK_BEFORE_PUBLISH) {
            PlantedState.ahead(build.state(), tenant.time().instant());
        }
    }

    private void takeIncrement() throws Exception {
        SoakBuild other = new SoakBuild(
                tenant.emulator().url(), build.folder().resolve("other"), tenant.time(), Duration.ofSeconds(10));
        PlantedState.takenBy(other, manifest, build.state());
    }
}
