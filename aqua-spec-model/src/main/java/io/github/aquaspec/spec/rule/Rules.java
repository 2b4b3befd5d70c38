package io.github.aquaspec.spec.rule;

import java.util.List;

/**
 * All rules, in the order of their codes.
 *
 * <p>What makes a text no manifest at all, or a value none of its kind, is told before any rule: reading refuses what is
 * no mapping or has a key twice; binding knows the keys, {@code format}, {@code version}, {@code encrypted}, {@code
 * offset}, {@code incrementalTime}, switches, API versions, the shape of {@code deleted} and its format, and a query
 * without text, and everything about placeholders. One thing cannot be seen in a manifest and is left to whoever plans a run: whether the zone in which the
 * host reads {@code incrementalTime} is known.
 */
public final class Rules {

    private static final List<Rule> ALL = List.of(
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
            new IncrementalLoad(),
            new UniqueFiles(),
            new WindowNeedsNoSession(),
            new SegmentsNeedSession(),
            new FullLoadOnce(),
            new LastQueriesNeedSession(),
            new ChangesKeptApart(),
            new SegmentFilesApart(),
            new HeaderSaid(),
            new ExpectedColumns(),
            new NullsTold(),
            new RetiredMembers(),
            new TimeEnough(),
            new QueryLength(),
            new TypeGiven(),
            new FileNameUsable(),
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
            new WindowAskedFor(),
            new TablesJoined(),
            new DateTimeLiterals(),
            new TimeRangeNotEmpty(),
            new QueryReadable(),
            new DatesQuoted(),
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
            new SuppressionsKnown());

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }
}
