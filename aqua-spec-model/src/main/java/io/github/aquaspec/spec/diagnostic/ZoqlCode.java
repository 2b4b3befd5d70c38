package io.github.aquaspec.spec.diagnostic;

/** Findings about the text of a query, AQ4xx. */
public enum ZoqlCode implements Code {
    SPACE_IN_DATE_TIME(
            "AQ401",
            Severity.ERROR,
            "Zuora does not refuse it: it drops the whole comparison, and the query gives all records."),
    FRACTION_OF_SECOND(
            "AQ402", Severity.ERROR, "Zuora does not refuse it: as an upper bound it gives no records at all."),
    EMPTY_TIME_RANGE("AQ403", Severity.ERROR, "No record can be in such a range, so the file would always be empty."),
    NO_OFFSET(
            "AQ404",
            Severity.NOTE,
            "Without an offset Zuora takes the tenant's zone, or Pacific time before API version 69."),
    UNREADABLE(
            "AQ405",
            Severity.ERROR,
            "Zuora refuses a query that it cannot read with 90005, and with it the whole job."),
    QUOTE_IN_TEXT(
            "AQ406",
            Severity.ERROR,
            "Where a text ends can then not be told; Zuora would refuse the whole job with 90005."),
    JOINED_AS_IN_SQL(
            "AQ407",
            Severity.ERROR,
            "A query reads one object; others are reached with a dot, and Zuora knows itself how they belong together."),
    ONLY_IN_SQL(
            "AQ408",
            Severity.ERROR,
            "Zuora documents no such thing, so it would refuse the whole job, or do what nobody has written down."),
    DATE_WITHOUT_QUOTES(
            "AQ409", Severity.ERROR, "In Export ZOQL Zuora documents dates and dateTimes as quoted texts only."),
    MISPLACED_FUNCTION(
            "AQ410",
            Severity.ERROR,
            "Zuora has a few functions, each of one field, and documents none for where and none inside another."),
    EQUAL_ALIASES("AQ411", Severity.ERROR, "Zuora refuses the whole job when two columns have one alias."),
    RELATIVE_TIME_FORM(
            "AQ412",
            Severity.ERROR,
            "Zuora documents one form; it was seen to drop comparisons with times it does not read, without a word."),
    NOT_IN_ZOQL("AQ413", Severity.ERROR, "The query is ZOQL, which has less than Export ZOQL."),
    NOT_EXPORTABLE("AQ414", Severity.ERROR, "Zuora exports nothing of this object, and the whole job fails."),
    UNKNOWN_OBJECT(
            "AQ415",
            Severity.WARNING,
            "A tenant may have more objects than Zuora lists; where yours has not this one, the whole job is refused."),
    UNLISTED_RELATION(
            "AQ416",
            Severity.WARNING,
            "A tenant may join more objects than Zuora lists; where yours does not join this one, the whole job is refused."),
    NOT_A_DATE(
            "AQ417",
            Severity.ERROR,
            "Zuora was seen to drop comparisons with dates it does not read, without a word: the file then holds all records."),
    LIKE_PATTERN("AQ418", Severity.ERROR, "Zuora takes one % in a pattern, at its start or at its end."),
    NOT_GROUPED(
            "AQ419",
            Severity.ERROR,
            "Zuora refuses the whole job unless each selected field is in group by or inside an aggregate."),
    MANY_GROUPS("AQ420", Severity.ERROR, "Zuora groups by at most 5 fields."),
    ALIAS_REFERRED_TO("AQ421", Severity.ERROR, "In having and order by Zuora takes fields and aggregates, no aliases."),
    IDLE_ALIAS("AQ422", Severity.WARNING, "Zuora ignores an alias that is the column's full name, in whatever case."),
    FIELD_TWICE(
            "AQ423",
            Severity.WARNING,
            "The file would have two columns of one name, and nobody could tell them apart."),
    LIMIT_WITHOUT_ORDER(
            "AQ424", Severity.NOTE, "Which records come is then up to Zuora, and may differ from one run to the next."),
    ANGLE_BRACKETS("AQ425", Severity.WARNING, "Zuora documents !=; what it makes of <> is not known."),
    WINDOW_EDGE(
            "AQ426",
            Severity.WARNING,
            "A window holds its start and not its end; with another operator the records of one second come twice, or never."),
    HALF_A_WINDOW(
            "AQ427",
            Severity.WARNING,
            "With one end only, a run also brings the records of the runs before it or behind it."),
    TIME_IN_SESSION(
            "AQ428",
            Severity.WARNING,
            "Zuora keeps the window of a session; what a second one cuts out is brought by no later run."),
    JOINED_FIELDS(
            "AQ429",
            Severity.NOTE,
            "Zuora advises to export each object by itself; joins are slow, and a change of the joined object is no change of the record."),
    JOINED_FILTER("AQ430", Severity.NOTE, "Zuora advises to filter on UpdatedDate alone, the field that has an index."),
    MUTABLE_FILTER(
            "AQ431",
            Severity.WARNING,
            "A record that stops to fulfil the condition is no longer among the changes, so whoever merges them keeps its old state."),
    NULLS_LEFT_OUT("AQ432", Severity.NOTE, "For Zuora a field without a value is not unequal to anything."),
    STAR_WITHOUT_KEYS(
            "AQ433", Severity.NOTE, "A star stands for the fields of the object, without the keys of other objects."),
    DAY_WITH_OFFSET("AQ434", Severity.WARNING, "One page of Zuora says that a day has no offset, another shows one."),
    DISTINCT_OUTSIDE_COUNT(
            "AQ435", Severity.ERROR, "Zuora takes distinct inside count only, and rejects the job with 90020."),
    MISSPELT_FIELD("AQ436", Severity.WARNING, "Where your tenant has no field of this name, the whole job is refused."),
    KEY_AS_A_FIELD(
            "AQ437",
            Severity.WARNING,
            "In Export ZOQL the key of another object is the Id of that object, reached with a dot."),
    MANY_CONDITIONS(
            "AQ438",
            Severity.WARNING,
            "Zuora takes at most 200 conditions in the queries of its other interfaces; of this one it does not say."),
    OTHER_KIND_OF_DATE(
            "AQ439",
            Severity.ERROR,
            "From API version 69 on ZOQL compares days with days and times with times, and answers INVALID_VALUE otherwise."),
    NULL_DATE("AQ440", Severity.WARNING, "ZOQL does not test custom fields that hold dates for null."),
    CAPITAL_KEYWORDS("AQ441", Severity.NOTE, "Zuora advises to write the keywords of ZOQL in lower case."),
    HIDDEN_RATE_PLANS(
            "AQ442",
            Severity.WARNING,
            "Unless the condition of a ZOQL query asks for AmendmentType, Zuora leaves out the rate plans that an amendment removed."),
    WINDOW_BESIDE_OR(
            "AQ443",
            Severity.WARNING,
            "The keyword or binds looser than and, so each alternative is asked for by itself, and this one brings records of all times."),
    TEXT_WITHOUT_QUOTES(
            "AQ444",
            Severity.WARNING,
            "Text stands in quotes; where your tenant has no field of this name, the whole job is refused.");

    private final Entry entry;

    ZoqlCode(String id, Severity severity, String why) {
        this.entry = new Entry(id, severity, why);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
