package io.github.aquaspec.emulator.setting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that can be set: a knob of a tenant, or a choice where the truth about Zuora is not known. All of them stand
 * here; {@code docs/emulator.md} lists them.
 *
 * @param <T> what its values are
 */
public final class Setting<T> {

    private static final Map<String, Setting<?>> ALL = new LinkedHashMap<>();

    public static final Setting<Boolean> LOWERCASE_PROJECT =
            choice("lowercaseProject", false, "whether answers show the project in lower case");

    public static final Setting<Boolean> QUERY_NAME_MATTERS =
            choice("queryNameMatters", false, "whether a query with another name is new to its session");

    public static final Setting<Boolean> INCREMENTAL_TIME_ADVANCES =
            choice("incrementalTimeAdvances", false, "whether a job with incrementalTime moves its session on");

    public static final Setting<String> SESSION_ADVANCES_ON =
            word("sessionAdvancesOn", List.of("completed", "ended"), "which jobs move their session on");

    public static final Setting<Integer> SESSION_IDLE_DAYS =
            number("sessionIdleDays", 180, 1, "days without a request after which a session starts anew");

    public static final Setting<String> REPEAT_OF_NOTHING = word(
            "repeatOfNothing",
            List.of("90016", "empty"),
            "what becomes of a stateful job without queries that has no earlier one to repeat");

    public static final Setting<String> MERGE_KEY = word(
            "mergeKey",
            List.of("nameAndText", "name", "text"),
            "what tells whether useLastCompletedJobQueries finds a query submitted anew");

    public static final Setting<String> DELETED_FORMAT =
            word("deletedFormat", List.of("Boolean", "Numeric"), "deleted.format where it is absent");

    public static final Setting<String> DELETED_UNSUPPORTED = word(
            "deletedUnsupported",
            List.of("90017", "batch"),
            "whether a deleted column on an object without deleted records is refused, or its batch deleted_notallowed");

    public static final Setting<String> STATEFUL_FORCE_EXPORT = word(
            "statefulForceExport",
            List.of("ignored", "obeyed"),
            "whether deleted.forceExport brings deleted records into stateful full loads");

    public static final Setting<Integer> QUERY_SECONDS =
            number("querySeconds", 0, 0, "how long each query takes, in seconds of the emulator's clock");

    public static final Setting<Integer> MAX_JOB_SECONDS =
            number("maxJobSeconds", 540_000, 1, "seconds after which a job is marked as an error (90029)");

    public static final Setting<Integer> MAX_CONCURRENT_JOBS =
            number("maxConcurrentJobs", 50, 0, "jobs that may be under way, stateful and stateless ones counted apart");

    public static final Setting<Integer> JOB_DAYS =
            number("jobDays", 180, 1, "days after its submission at which a job is gone");

    public static final Setting<Integer> FILE_HOURS = number("fileHours", 72, 1, "hours after which a file is gone");

    public static final Setting<String> UNKNOWN_JOB =
            word("unknownJob", List.of("200", "404"), "the status that answers for an unknown job");

    public static final Setting<String> CANCEL_REFUSED =
            word("cancelRefused", List.of("200", "404"), "the status of the refusal to cancel an ended or unknown job");

    public static final Setting<String> NO_LAST_JOB =
            word("noLastJob", List.of("200", "404"), "the status that answers when a pair has no completed job");

    public static final Setting<String> START_TIME = word(
            "startTimeFormat",
            List.of("offset", "legacy"),
            "how startTime is written: with an offset, or as Pacific time without one");

    public static final Setting<Boolean> VERSION_AS_NUMBER =
            choice("versionAsNumber", false, "whether answers show the version as a number");

    public static final Setting<String> FORBIDDEN_OBJECTS = new Setting<>(
            "forbiddenObjects", "", Values.texts(), "objects that the user may not read, separated by commas");

    public static final Setting<String> FORBIDDEN_QUERY = word(
            "forbiddenQuery",
            List.of("aborted", "completed", "absent"),
            "how the batch of a query on a forbidden object is reported");

    public static final Setting<Boolean> STRICT_MEMBERS =
            choice("strictMembers", false, "whether unknown members make a request malformed");

    public static final Setting<String> OFFSET_OUT_OF_RANGE = word(
            "offsetOutOfRange",
            List.of("malformed", "clamped", "ignored"),
            "what an offset outside 0 to 3600 seconds means");

    /** No page says what such a version means. */
    public static final Setting<String> ODD_API_VERSION = word(
            "oddApiVersion",
            List.of("newest", "refused"),
            "what an apiVersion that is no number such as 145.0 means: the newest, or a bad value");

    public static final Setting<String> STATELESS_INCREMENTAL_TIME = word(
            "statelessIncrementalTime",
            List.of("ignored", "90015"),
            "what incrementalTime in a stateless job means; one of a bad format is 90015 all the same");

    public static final Setting<Boolean> UI_CALLOUT =
            choice("uiCallout", false, "whether a callout of the tenant's own takes the place of notifyUrl");

    public static final Setting<String> CALLOUT_ON =
            word("calloutOn", List.of("completed", "ended"), "which jobs call notifyUrl");

    public static final Setting<Integer> SEGMENT_RECORDS =
            number("segmentRecords", 500_000, 1, "records in a segment at most");

    public static final Setting<Boolean> SEGMENTATION =
            choice("segmentation", false, "whether results of stateful full loads come in segments");

    public static final Setting<String> LINE_END =
            word("lineEnd", List.of("lf", "crlf"), "what ends the lines of a result file");

    public static final Setting<Boolean> FINAL_NEWLINE =
            choice("finalNewline", true, "whether the last line of a result file ends like the others");

    public static final Setting<String> ZIP_ENTRY = new Setting<>(
            "zipEntry",
            "{fileId}.csv",
            Values.entries(),
            "the name of the entry in a zip; {fileId} stands for the id of the file");

    public static final Setting<Boolean> FORMULA_GUARD =
            choice("formulaGuard", false, "whether an apostrophe goes before texts that begin with = + - @ or ;");

    public static final Setting<Boolean> UNMASK_SECURE_FIELDS =
            choice("unmaskSecureFields", true, "whether encrypted files show secure fields, which others mask");

    public static final Setting<String> PGP_KEY = new Setting<>(
            "pgpKey",
            "",
            Values.files(),
            "path of the OpenPGP public key that files of encrypted jobs are for, binary or armoured");

    public static final Setting<String> PGP_LAYERS =
            word("pgpLayers", List.of("inside", "outside"), "whether OpenPGP is inside or outside of the zip or gzip");

    public static final Setting<Boolean> PGP_INTEGRITY =
            choice("pgpIntegrity", true, "whether OpenPGP data carry a modification detection code");

    public static final Setting<Boolean> PGP_ARMOR = choice("pgpArmor", false, "whether OpenPGP data are armoured");

    public static final Setting<String> ANGLE_BRACKETS =
            word("angleBrackets", List.of("refused", "accepted"), "whether a query may say <> for !=");

    public static final Setting<String> LISTS_AND_RANGES = word(
            "listsAndRanges", List.of("refused", "accepted"), "whether a query may have in (…) and between … and …");

    public static final Setting<String> COMMENTS =
            word("comments", List.of("refused", "accepted"), "whether a query may have comments");

    public static final Setting<String> UNQUOTED_DATES =
            word("unquotedDates", List.of("refused", "accepted"), "whether Export ZOQL takes dates without quotes");

    public static final Setting<String> FRACTIONS = word(
            "fractions",
            List.of("upperBound", "always"),
            "where a dateTime with a fraction of a second finds nothing: behind < and <=, or behind any operator");

    public static final Setting<String> FUNCTION_HEADERS = word(
            "functionHeaders",
            List.of("column", "text"),
            "the header of a function without an alias: with the column's own header inside, or as in the query");

    public static final Setting<String> ZOQL_HEADERS = word(
            "zoqlHeaders",
            List.of("object", "field"),
            "headers of type zoql: object and field as in Export ZOQL, or the field's name alone");

    public static final Setting<String> OLD_DATE_TIMES = word(
            "oldDateTimes",
            List.of("date", "dateTime"),
            "what dateTimes look like with an apiVersion before 69: dates, or as with later ones");

    public static final Setting<Boolean> OFFSET_CUTS_FULL_LOADS =
            choice("offsetCutsFullLoads", true, "whether offset keeps the newest records out of full loads too");

    public static final Setting<Integer> TENANT_OFFSET =
            number("tenantOffset", 0, 0, "the tenant's time offset for stateful jobs that name none, in seconds");

    /** Zuora documentation, Export deleted data. */
    public static final Setting<Integer> DELETED_DAYS =
            number("deletedDays", 30, 0, "days for which deleted records can be exported");

    public static final Setting<String> DELETED_WITH_AGGREGATES = word(
            "deletedWithAggregates",
            List.of("ignored", "refused"),
            "whether a query with aggregates or groups that asks for deleted records counts those that live, or fails");

    public static final Setting<Boolean> TRANSACTION_DATE_WINDOWS = choice(
            "transactionDateWindows",
            false,
            "whether incremental loads of objects without UpdatedDate go by TransactionDate, or read all");

    public static final Setting<String> REPLAY_STATUS =
            word("replayStatus", List.of("original", "409"), "the status of a replayed answer");

    public static final Setting<Integer> IDEMPOTENCY_HOURS =
            number("idempotencyHours", 24, 0, "hours an answer is kept under its Idempotency-Key");

    public static final Setting<Integer> TOKEN_SECONDS =
            number("tokenSeconds", 3599, 1, "seconds a bearer token is good for");

    public static final Setting<Integer> TOKENS_PER_MINUTE =
            number("tokensPerMinute", 100, 0, "token requests in a minute before a 429; 0 refuses nobody");

    public static final Setting<Integer> REQUESTS_PER_MINUTE =
            number("requestsPerMinute", 0, 0, "requests in a minute before a 429; 0 refuses nobody");

    public static final Setting<Integer> MAX_CONCURRENT_REQUESTS = number(
            "maxConcurrentRequests",
            40,
            0,
            "requests under way at once before a 429, those for a token not counted; 0 refuses nobody");

    public static final Setting<Integer> MALFORMED_STATUS =
            new Setting<>("malformedStatus", 400, Values.statuses(), "the status for a submitted body that is no JSON");

    public static final Setting<Integer> BAD_VALUE_STATUS = new Setting<>(
            "badValueStatus",
            200,
            Values.statuses(),
            "the status for JSON that is no request, such as an unknown format");

    public static final Setting<Integer> MAX_FILE_BYTES =
            number("maxFileBytes", 2047 * 1024 * 1024, 0, "bytes of a file that can be downloaded at most");

    public static final Setting<String> UNKNOWN_FILE_BODY =
            word("unknownFileBody", List.of("reasons", "systemError"), "the body of the 404 for an unknown file");

    public static final Setting<String> TOKEN_ERROR_BODY =
            word("tokenErrorBody", List.of("reasons", "oauth"), "the body of a refused token request");

    public static final Setting<String> DESCRIBE_UNKNOWN = word(
            "describeUnknown",
            List.of("404", "xml"),
            "describing an unknown object: a 404, or status 200 with an XML error");

    private final String name;
    private final T standard;
    private final Values<T> values;
    private final String meaning;

    private Setting(String name, T standard, Values<T> values, String meaning) {
        this.name = name;
        this.standard = standard;
        this.values = values;
        this.meaning = meaning;
        ALL.put(name, this);
    }

    /** All settings, in the order they are written here. */
    public static List<Setting<?>> all() {
        return List.copyOf(ALL.values());
    }

    /**
     * The setting of that name.
     *
     * @throws IllegalArgumentException when there is none; the message names all
     */
    public static Setting<?> named(String name) {
        Setting<?> setting = ALL.get(name);
        if (setting == null) {
            throw new IllegalArgumentException(
                    "there is no setting \"" + name + "\"; there are " + String.join(", ", ALL.keySet()));
        }
        return setting;
    }

    public String name() {
        return name;
    }

    /** The value where nothing is set. */
    public T standard() {
        return standard;
    }

    /** Which values it can have, in words. */
    public String values() {
        return values.words();
    }

    /** What it decides, in words. */
    public String meaning() {
        return meaning;
    }

    /**
     * A value, from text.
     *
     * @throws IllegalArgumentException when it can't have that value; the message says which ones it can
     */
    public T read(String text) {
        return values.reader()
                .apply(text)
                .orElseThrow(
                        () -> new IllegalArgumentException(name + " is " + values.words() + ", not \"" + text + '"'));
    }

    private static Setting<Integer> number(String name, int standard, int least, String meaning) {
        return new Setting<>(name, standard, Values.from(least), meaning);
    }

    private static Setting<Boolean> choice(String name, boolean standard, String meaning) {
        return new Setting<>(name, standard, Values.flags(), meaning);
    }

    /** A setting that has one of some words, the first of them where nothing is set. */
    private static Setting<String> word(String name, List<String> words, String meaning) {
        return new Setting<>(name, words.get(0), Values.oneOf(words), meaning);
    }
}
