package io.github.aquaspec.run.plan;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.model.WindowRange;
import io.github.aquaspec.spec.model.WindowSlot;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The window of a job that was submitted before, read out of the queries that its answer repeats. */
public final class AdoptedWindow {

    /** As we fill it in. */
    private static final String LITERAL = "'(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)'";

    private final Set<Instant> froms = new TreeSet<>();
    private final Set<Instant> tos = new TreeSet<>();

    private AdoptedWindow() {}

    /**
     * The window that a job was submitted with.
     *
     * @param open the manifest, its window not filled in
     * @return empty where its queries are not those of the manifest, or do not name one window
     */
    public static Optional<WindowRange> of(JobSpec open, JobReply job) {
        AdoptedWindow window = new AdoptedWindow();
        for (QuerySpec query : open.queries()) {
            if (query.usesWindow()) {
                job.batches().forEach(batch -> window.read(query, batch));
            }
        }
        return window.range();
    }

    private void read(QuerySpec query, BatchReply batch) {
        Matcher echo = pattern(query).matcher(batch.query().strip());
        if (!echo.matches()) {
            return;
        }
        for (int i = 0; i < query.slots().size(); i++) {
            Instant end = Instant.parse(echo.group(i + 1));
            (query.slots().get(i).edge() == WindowSlot.Edge.FROM ? froms : tos).add(end);
        }
    }

    private Optional<WindowRange> range() {
        if (froms.size() != 1 || tos.size() != 1) {
            return Optional.empty();
        }
        Instant from = froms.iterator().next();
        Instant to = tos.iterator().next();
        return from.isBefore(to) ? Optional.of(new WindowRange(from, to)) : Optional.empty();
    }

    /** The text around the slots, however an echo breaks lines. */
    private static Pattern pattern(QuerySpec query) {
        StringBuilder pattern = new StringBuilder();
        int done = 0;
        for (WindowSlot slot : query.slots()) {
            pattern.append(quoted(query.query().substring(done, slot.from()))).append(LITERAL);
            done = slot.to();
        }
        return Pattern.compile(
                pattern.append(quoted(query.query().substring(done))).toString());
    }

    private static String quoted(String text) {
        return Arrays.stream(text.split("\\s+", -1)).map(Pattern::quote).collect(Collectors.joining("\\s+"));
    }
}
