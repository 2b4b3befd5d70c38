package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.List;
import java.util.function.Consumer;

/**
 * All rules, each kind in the order of its codes. What makes a text no manifest, or a value none of its kind, is told
 * before: by reading and by binding. Whether the zone of the host's {@code incrementalTime} is known is told by whoever
 * plans a run.
 */
public final class Rules {

    private static final List<Rule> OF_JOBS = List.of(
            new SuppressionsKnown(),
            new NamesApart(),
            new QueryLimit(),
            new QueriesPresent(),
            new VersionKnown(),
            new VersionForSession(),
            new PartnerWithProject(),
            new StatelessAdvice(),
            new NameLength(),
            new OffsetNeedsSession(),
            new IncrementalTimeNeedsSession(),
            new IncrementalTimeExists(),
            new NotifyUrlLength(),
            new NotifyUrlForm(),
            new EncryptionSetUp(),
            new UniqueFiles(),
            new WindowNeedsNoSession(),
            new SegmentsNeedSession(),
            new LastQueriesNeedSession(),
            new ChangesKeptApart(),
            new HeaderSaid(),
            new SegmentFilesApart(),
            new NullsTold(),
            new RetiredMembers(),
            new TimeEnough(),
            new FileNameUsable(),
            new WindowAskedFor());

    private static final List<QueryRule> OF_QUERIES = List.of(
            new IncrementalLoad(),
            new FullLoadOnce(),
            new ExpectedColumns(),
            new ExpectedSelected(),
            new QueryLength(),
            new TypeGiven(),
            new RecordsInRange(),
            new ApiVersionGiven(),
            new ApiVersionOfDates(),
            new CodedValues(),
            new CurrencyCodes(),
            new DeletedColumn(),
            new DeletedForced(),
            new DeletedSupported(),
            new DeletedWithZoql(),
            new NoSemicolon(),
            new DeletedColumnApart(),
            new ComputedColumns(),
            new TablesJoined(),
            new DateTimeLiterals(),
            new TimeRangeNotEmpty(),
            new QueryReadable(),
            new DatesQuoted(),
            new TextsQuoted(),
            new FunctionsPlaced(),
            new AliasesApart(),
            new RelativeTimes(),
            new ObjectsExported(),
            new ObjectKnown(),
            new RelationsListed(),
            new DatesReal(),
            new LikePatterns(),
            new FieldsGrouped(),
            new GroupsInRange(),
            new AliasesOnlyName(),
            new AliasesTell(),
            new FieldsOnce(),
            new LimitOrdered(),
            new DocumentedOperators(),
            new WindowEdges(),
            new ChangesWhole(),
            new ObjectsApart(),
            new NullsAskedFor(),
            new StarsKeyed(),
            new DaysWithoutOffset(),
            new DistinctCounted(),
            new FieldsKnown(),
            new ConditionsCounted(),
            new PlainZoqlDates(),
            new KeywordsSmall(),
            new RatePlansWhole(),
            new WindowBesideOr());

    private Rules() {}

    /**
     * Holds a job against all of them.
     *
     * @param job what could be read of the manifest
     * @param places where its values stand; a value that stands in the file but not in {@code job} could not be read
     * @param findings told of each problem, in no particular order
     */
    public static void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        OF_JOBS.forEach(rule -> rule.check(job, places, findings));
        for (QueryInJob query : QueryInJob.all(job, places)) {
            OF_QUERIES.forEach(rule -> rule.check(query, findings));
        }
    }
}
