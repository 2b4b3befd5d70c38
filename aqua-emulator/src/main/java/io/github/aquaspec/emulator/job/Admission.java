package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.query.Bounds;
import io.github.aquaspec.emulator.query.DeletedRecords;
import io.github.aquaspec.emulator.query.QueryAborted;
import io.github.aquaspec.emulator.query.QueryCompiler;
import io.github.aquaspec.emulator.query.QueryRejected;
import io.github.aquaspec.emulator.query.QueryRejected.Rule;
import io.github.aquaspec.emulator.setting.Setting;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Decides whether a job is accepted. The checks run in a fixed order, and the first hit is the answer. */
final class Admission {

    private static final int MAX_QUERIES = 50;
    private static final int MAX_NOTIFY_URL = 5000;

    /** One reason to say no. */
    private interface Check {
        Optional<Rejection> apply(JobRequest request);
    }

    private final JobSettings settings;
    private final QueryCompiler compiler;
    private final Permissions permissions;
    private final List<Check> checks;

    Admission(JobSettings settings, QueryCompiler compiler, Permissions permissions) {
        this.settings = settings;
        this.compiler = compiler;
        this.permissions = permissions;
        this.checks = List.of(
                this::encryption,
                this::partner,
                this::noQueries,
                Admission::tooManyQueries,
                Admission::notifyUrl,
                this::incrementalTime,
                this::deleted,
                Admission::currencies,
                request -> queries(request, Rule.DISTINCT_WITHOUT_COUNT),
                request -> queries(request, Rule.SYNTAX));
    }

    /**
     * The reason to refuse a request, if there is one.
     *
     * @param underWay how many jobs of its kind, stateful or not, have not ended
     */
    Optional<Rejection> check(JobRequest request, long underWay) {
        if (underWay >= settings.settings().get(Setting.MAX_CONCURRENT_JOBS)) {
            return Optional.of(Rejection.tooManyJobs());
        }
        return checks.stream().flatMap(c -> c.apply(request).stream()).findFirst();
    }

    private Optional<Rejection> encryption(JobRequest request) {
        boolean noKey = settings.settings().get(Setting.PGP_KEY).isEmpty();
        return when(request.encrypted().equals("pgp") && noKey, Rejection.notEmulated("encrypt files without a key"));
    }

    private Optional<Rejection> partner(JobRequest request) {
        boolean unknown = !settings.partners().isEmpty()
                && !request.version().equals("1.0")
                && request.partner()
                        .filter(p -> !settings.partners().contains(p))
                        .isPresent();
        return when(unknown, Rejection.unknownPartner());
    }

    private Optional<Rejection> noQueries(JobRequest request) {
        if (!request.queries().isEmpty()) {
            return Optional.empty();
        }
        if (!request.isStateful()) {
            return Optional.of(Rejection.noQueries());
        }
        return when(settings.settings().get(Setting.REPEAT_OF_NOTHING).equals("90016"), Rejection.noSession());
    }

    private static Optional<Rejection> tooManyQueries(JobRequest request) {
        return when(request.queries().size() > MAX_QUERIES, Rejection.tooManyQueries());
    }

    private static Optional<Rejection> notifyUrl(JobRequest request) {
        return when(
                request.notifyUrl().filter(u -> u.length() >= MAX_NOTIFY_URL).isPresent(),
                Rejection.notifyUrlTooLong());
    }

    private Optional<Rejection> incrementalTime(JobRequest request) {
        boolean outOfPlace = !request.isStateful()
                && settings.settings().get(Setting.STATELESS_INCREMENTAL_TIME).equals("90015");
        return when(
                request.incrementalTime()
                        .filter(t -> outOfPlace || !RetrievalTime.isOne(t))
                        .isPresent(),
                Rejection.incrementalTime());
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
        return when(
                settings.settings().get(Setting.DELETED_UNSUPPORTED).equals("90017")
                        && wanting.stream().anyMatch(permissions::forgetDeleted),
                Rejection.deletedUnsupported());
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
                compiler.compile(query.text(), widest(query));
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

    /** All that a query may ever be asked for: deleted records too, where it wants to tell them apart. */
    private Bounds widest(QueryRequest query) {
        DeletedRecords deleted = query.deleted().isPresent() ? DeletedRecords.MATCHING : DeletedRecords.LEFT_OUT;
        return new Bounds(settings.clock().instant(), Optional.empty(), Optional.empty(), deleted);
    }

    private static Optional<Rejection> when(boolean hit, Rejection rejection) {
        return hit ? Optional.of(rejection) : Optional.empty();
    }
}
