package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.query.Bounds;
import io.github.aquaspec.emulator.query.QueryAborted;
import io.github.aquaspec.emulator.query.QueryCompiler;
import io.github.aquaspec.emulator.query.QueryRejected;
import io.github.aquaspec.emulator.query.QueryRejected.Rule;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides whether a job is accepted. The checks run in a fixed order, and the first hit is the answer. */
final class Admission {

    private static final int MAX_QUERIES = 50;
    private static final int MAX_NOTIFY_URL = 5000;
    private static final DateTimeFormatter INCREMENTAL_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** One reason to say no. */
    private interface Check {
        Optional<Rejection> apply(JobRequest request);
    }

    private final JobSettings settings;
    private final QueryCompiler compiler;
    private final List<Check> checks;

    Admission(JobSettings settings, QueryCompiler compiler) {
        this.settings = settings;
        this.compiler = compiler;
        this.checks = List.of(
                Admission::encryption,
                this::partner,
                Admission::noQueries,
                Admission::tooManyQueries,
                Admission::notifyUrl,
                Admission::incrementalTime,
                this::deleted,
                Admission::currencies,
                request -> queries(request, Rule.DISTINCT_WITHOUT_COUNT),
                request -> queries(request, Rule.SYNTAX));
    }

    Optional<Rejection> check(JobRequest request) {
        return checks.stream().flatMap(c -> c.apply(request).stream()).findFirst();
    }

    /** The records an accepted job is about. */
    Load load(JobRequest request) {
        return request.isStateful()
                ? request.incrementalTime()
                        .map(t -> Load.since(LocalDateTime.parse(t, INCREMENTAL_TIME)
                                .atZone(settings.dataCentreZone())
                                .toInstant()))
                        .orElse(Load.full())
                : Load.full();
    }

    private static Optional<Rejection> encryption(JobRequest request) {
        return when(request.encrypted().equals("pgp"), Rejection.notEmulated("encrypt files"));
    }

    private Optional<Rejection> partner(JobRequest request) {
        boolean unknown = !settings.partners().isEmpty()
                && !request.version().equals("1.0")
                && request.partner()
                        .filter(p -> !settings.partners().contains(p))
                        .isPresent();
        return when(unknown, Rejection.unknownPartner());
    }

    private static Optional<Rejection> noQueries(JobRequest request) {
        return when(request.queries().isEmpty(), request.isStateful() ? Rejection.noSession() : Rejection.noQueries());
    }

    private static Optional<Rejection> tooManyQueries(JobRequest request) {
        return when(request.queries().size() > MAX_QUERIES, Rejection.tooManyQueries());
    }

    private static Optional<Rejection> notifyUrl(JobRequest request) {
        return when(
                request.notifyUrl().filter(u -> u.length() >= MAX_NOTIFY_URL).isPresent(),
                Rejection.notifyUrlTooLong());
    }

    private static Optional<Rejection> incrementalTime(JobRequest request) {
        return when(
                request.incrementalTime().filter(t -> !isIncrementalTime(t)).isPresent(), Rejection.incrementalTime());
    }

    private static boolean isIncrementalTime(String text) {
        try {
            LocalDateTime.parse(text, INCREMENTAL_TIME);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private Optional<Rejection> deleted(JobRequest request) {
        List<QueryRequest> wanting =
                request.queries().stream().filter(q -> q.deleted().isPresent()).toList();
        boolean stateless = wanting.stream()
                .anyMatch(q -> !request.isStateful()
                        && q.deleted().filter(DeletedColumn::forceExport).isEmpty());
        if (stateless) {
            return Optional.of(Rejection.deletedNeedsState());
        }
        return when(wanting.stream().anyMatch(this::forgetsDeleted), Rejection.deletedUnsupported());
    }

    /** Whether deleted records of a query's object cannot be had; a query without such an object fails later. */
    private boolean forgetsDeleted(QueryRequest query) {
        return compiler.base(query.text()).filter(o -> !o.keepsDeleted()).isPresent();
    }

    private static Optional<Rejection> currencies(JobRequest request) {
        boolean wrong = request.queries().stream()
                .flatMap(q -> q.convertToCurrencies().stream())
                .flatMap(codes -> List.of(codes.split(",", -1)).stream())
                .anyMatch(code -> Currency.getAvailableCurrencies().stream()
                        .noneMatch(known -> known.getCurrencyCode().equals(code.strip())));
        return when(wrong, Rejection.currency());
    }

    private Optional<Rejection> queries(JobRequest request, Rule rule) {
        for (QueryRequest query : request.queries()) {
            try {
                compiler.compile(query.text(), Bounds.none(settings.clock().instant()));
            } catch (QueryRejected e) {
                if (e.rule() == rule) {
                    return Optional.of(rule == Rule.SYNTAX ? Rejection.syntax(e.getMessage()) : Rejection.distinct());
                }
            } catch (QueryAborted e) {
                // Accepted all the same: it fails while it runs.
            }
        }
        return Optional.empty();
    }

    private static Optional<Rejection> when(boolean hit, Rejection rejection) {
        return hit ? Optional.of(rejection) : Optional.empty();
    }
}
