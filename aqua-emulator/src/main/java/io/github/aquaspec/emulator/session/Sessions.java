package io.github.aquaspec.emulator.session;

import io.github.aquaspec.emulator.data.Notes;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sessions of a tenant. They are kept beside the records, and live as long. Safe for threads. */
public final class Sessions {

    private final Notes notes;
    private final Settings settings;
    private final Map<Pair, Session> sessions = new HashMap<>();

    /** The sessions that were noted, and those to come. */
    public Sessions(Notes notes, Settings settings) {
        this.notes = notes;
        this.settings = settings;
        notes.all(SessionText.KIND).forEach(text -> SessionText.read(text, sessions));
    }

    /** A job is submitted. After too long a silence the session starts anew. */
    public synchronized void requested(Pair pair, Instant now) {
        Optional<Session> known = Optional.ofNullable(sessions.get(pair));
        Instant oldest = now.minus(Duration.ofDays(settings.get(Setting.SESSION_IDLE_DAYS)));
        keep(
                pair,
                known.filter(s -> !s.lastRequest().isBefore(oldest))
                        .map(s -> s.requested(now))
                        .orElseGet(() -> new Session(now, Map.of())));
    }

    /**
     * The window of a query in a job that starts now: a full load where the session does not know the query, else what
     * changed since the end of the last window.
     *
     * @param offset how much of the newest is left for the next job
     */
    public synchronized Window window(Pair pair, QueryKey query, Instant start, Duration offset) {
        Instant upper = start.minus(offset);
        Optional<Instant> from = Optional.ofNullable(sessions.get(pair)).flatMap(s -> s.end(query));
        if (from.isPresent()) {
            return new Window(from, Optional.of(upper), upper);
        }
        boolean cut = !offset.isZero() && settings.get(Setting.OFFSET_CUTS_FULL_LOADS);
        return new Window(Optional.empty(), cut ? Optional.of(upper) : Optional.empty(), cut ? upper : start);
    }

    /** A job ended that moves its session on. */
    public synchronized void advance(Pair pair, Map<QueryKey, Instant> reached, Instant now) {
        keep(pair, sessions.getOrDefault(pair, new Session(now, Map.of())).advanced(reached));
    }

    /** Forgets all sessions. */
    public synchronized void reset() {
        sessions.clear();
        notes.clear(SessionText.KIND);
    }

    private void keep(Pair pair, Session session) {
        sessions.put(pair, session);
        notes.put(SessionText.KIND, SessionText.key(pair), SessionText.write(pair, session));
    }
}
