package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.query.QueryCompiler;
import io.github.aquaspec.emulator.query.QueryRejected;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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

    private final Set<String> partners;
    private final QueryCompiler compiler;
    private final ZoneId dataCentreZone;
    private final List<Check> checks;

    /**
     * The checks.
     *
     * @param partners the registered ones; empty accepts any
     * @param dataCentreZone in which incrementalTime is meant
     */
    Admission(Set<String> partners, QueryCompiler compiler, ZoneId dataCentreZone) {
        this.partners = Set.copyOf(partners);
        this.compiler = compiler;
        this.dataCentreZone = dataCentreZone;
        this.checks = List.of(
                this::encryption,
                this::partner,
                Admission::noQueries,
                Admission::tooManyQueries,
                Admission::notifyUrl,
                Admission::incrementalTime,
                this::deleted,
                Admission::currencies,
                this::syntax);
    }

    Optional<Rejection> check(JobRequest request) {
        return checks.stream().flatMap(c -> c.apply(request).stream()).findFirst();
    }

    /** The records an accepted job is about. */
    Load load(JobRequest request) {
        return request.isStateful()
                ? request.incrementalTime()
                        .map(t -> Load.since(LocalDateTime.parse(t, INCREMENTAL_TIME)
                                .atZone(dataCentreZone)
                                .toInstant()))
                        .orElse(Load.full())
                : Load.full();
    }

    private Optional<Rejection> encryption(JobRequest request) {
        return when(request.encrypted().equals("pgp"), Rejection.notEmulated("encrypt files"));
    }

    private Optional<Rejection> partner(JobRequest request) {
        boolean unknown = !partners.isEmpty()
                && !request.version().equals("1.0")
                && request.partner().filter(p -> !partners.contains(p)).isPresent();
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
        for (QueryRequest query : request.queries()) {
            if (query.deleted().isPresent()) {
                if (!request.isStateful() && !query.deleted().get().forceExport()) {
                    return Optional.of(Rejection.deletedNeedsState());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Rejection> currencies(JobRequest request) {
        boolean wrong = request.queries().stream()
                .flatMap(q -> q.convertToCurrencies().stream())
                .flatMap(codes -> List.of(codes.split(",", -1)).stream())
                .anyMatch(code -> Currency.getAvailableCurrencies().stream()
                        .noneMatch(known -> known.getCurrencyCode().equals(code.strip())));
        return when(wrong, Rejection.currency());
    }

    private Optional<Rejection> syntax(JobRequest request) {
        for (QueryRequest query : request.queries()) {
            try {
                compiler.compile(query.query());
            } catch (QueryRejected e) {
                return Optional.of(Rejection.syntax(e.getMessage()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Rejection> when(boolean hit, Rejection rejection) {
        return hit ? Optional.of(rejection) : Optional.empty();
    }
}
