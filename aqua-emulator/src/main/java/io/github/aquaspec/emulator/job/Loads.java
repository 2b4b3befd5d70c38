package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.query.DeletedRecords;
import io.github.aquaspec.emulator.session.Pair;
import io.github.aquaspec.emulator.session.Sessions;
import io.github.aquaspec.emulator.session.Window;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds out for each query of a job which records it is about. */
final class Loads {

    private final Sessions sessions;
    private final Settings settings;
    private final RetrievalTime retrievalTime;

    Loads(Sessions sessions, Settings settings, RetrievalTime retrievalTime) {
        this.sessions = sessions;
        this.settings = settings;
        this.retrievalTime = retrievalTime;
    }

    /** One load for each query, for a job that starts at a moment. */
    List<Load> at(Instant start, JobRequest request) {
        return request.queries().stream()
                .map(query -> request.pair()
                        .map(pair -> stateful(pair, request, query, start))
                        .orElseGet(() -> stateless(query, start)))
                .toList();
    }

    private Load stateful(Pair pair, JobRequest request, QueryRequest query, Instant start) {
        Duration offset = Duration.ofSeconds(request.offset().orElse(settings.get(Setting.TENANT_OFFSET)));
        Window window = request.incrementalTime()
                .map(text -> since(retrievalTime.instant(text), start.minus(offset)))
                .orElseGet(() ->
                        sessions.window(pair, query.key(settings.get(Setting.QUERY_NAME_MATTERS)), start, offset));
        return new Load(window, deleted(query, window));
    }

    private DeletedRecords deleted(QueryRequest query, Window window) {
        if (query.deleted().isEmpty()) {
            return DeletedRecords.LEFT_OUT;
        }
        if (window.isFull()) {
            boolean forced = query.deleted().get().forceExport()
                    && settings.get(Setting.STATEFUL_FORCE_EXPORT).equals("obeyed");
            return forced ? DeletedRecords.MATCHING : DeletedRecords.LEFT_OUT;
        }
        return DeletedRecords.OF_WINDOW;
    }

    private static Load stateless(QueryRequest query, Instant start) {
        Window all = new Window(Optional.empty(), Optional.empty(), start);
        boolean forced = query.deleted().filter(DeletedColumn::forceExport).isPresent();
        return new Load(all, forced ? DeletedRecords.MATCHING : DeletedRecords.LEFT_OUT);
    }

    private static Window since(Instant lower, Instant upper) {
        return new Window(Optional.of(lower), Optional.of(upper), upper);
    }
}
