package io.github.aquaspec.run;

import io.github.aquaspec.run.plan.Polling;
import io.github.aquaspec.run.plan.RunSettings;
import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.verify.DecryptionKeys;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Settings of a run: one thing at a time, at a data centre that goes by UTC, unless a test says otherwise. */
public final class Settings {

    private Polling polling = Polling.ADAPTIVE;
    private int parallelJobs = 1;
    private int parallelDownloads = 1;
    private Optional<ZoneId> zone = Optional.of(ZoneOffset.UTC);
    private Strictness strictness = Strictness.ERRORS_STOP;
    private boolean heals;
    private Optional<String> runKey = Optional.empty();
    private boolean fresh;
    private boolean cancelsOnAbort;
    private boolean acceptsColumns;
    private Optional<DecryptionKeys> keys = Optional.empty();

    public Settings pollingEvery(Duration interval) {
        polling = new Polling(Optional.of(interval));
        return this;
    }

    public Settings jobsAtOnce(int count) {
        parallelJobs = count;
        return this;
    }

    Settings downloadsAtOnce(int count) {
        parallelDownloads = count;
        return this;
    }

    Settings zone(Optional<ZoneId> known) {
        zone = known;
        return this;
    }

    Settings strictness(Strictness wanted) {
        strictness = wanted;
        return this;
    }

    Settings heals(boolean does) {
        heals = does;
        return this;
    }

    Settings runKey(String key) {
        runKey = Optional.of(key);
        return this;
    }

    Settings fresh(boolean is) {
        fresh = is;
        return this;
    }

    Settings cancelsOnAbort() {
        cancelsOnAbort = true;
        return this;
    }

    Settings acceptsColumns() {
        acceptsColumns = true;
        return this;
    }

    Settings keys(DecryptionKeys unlocked) {
        keys = Optional.of(unlocked);
        return this;
    }

    public RunSettings asTheyAre() {
        return new RunSettings(
                polling,
                parallelJobs,
                parallelDownloads,
                zone,
                strictness,
                heals,
                runKey,
                fresh,
                cancelsOnAbort,
                acceptsColumns,
                keys);
    }
}
