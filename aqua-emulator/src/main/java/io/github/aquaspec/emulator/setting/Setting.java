package io.github.aquaspec.emulator.setting;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One thing that can be set: a knob of a tenant, or a choice where the truth about Zuora is not known. All of them stand
 * here; {@code docs/emulator.md} lists them.
 *
 * @param <T> what its values are
 */
public final class Setting<T> {

    private static final Map<String, Setting<?>> ALL = new LinkedHashMap<>();

    /** Whether answers show the project in lower case. */
    public static final Setting<Boolean> LOWERCASE_PROJECT =
            choice("lowercaseProject", false, "whether answers show the project in lower case");

    /** Whether a query with another name is another query to its session. */
    public static final Setting<Boolean> QUERY_NAME_MATTERS =
            choice("queryNameMatters", false, "whether a query with another name is new to its session");

    /** Whether a job with a retrieval time moves its session on. */
    public static final Setting<Boolean> INCREMENTAL_TIME_ADVANCES =
            choice("incrementalTimeAdvances", false, "whether a job with incrementalTime moves its session on");

    /** Which jobs move their session on. */
    public static final Setting<String> SESSION_ADVANCES_ON =
            word("sessionAdvancesOn", List.of("completed", "ended"), "which jobs move their session on");

    /** After how many days without a request a session starts anew. */
    public static final Setting<Integer> SESSION_IDLE_DAYS =
            number("sessionIdleDays", 180, 1, "days without a request after which a session starts anew");

    /** What becomes of a stateful job without queries when there is none to repeat. */
    public static final Setting<String> REPEAT_OF_NOTHING = word(
            "repeatOfNothing",
            List.of("90016", "empty"),
            "what becomes of a stateful job without queries that has no earlier one to repeat");

    /** What makes a query of the last completed job the same as a submitted one, when they are merged. */
    public static final Setting<String> MERGE_KEY = word(
            "mergeKey",
            List.of("nameAndText", "name", "text"),
            "what tells whether useLastCompletedJobQueries finds a query submitted anew");

    /** How deleted records are marked where the request does not say it. */
    public static final Setting<String> DELETED_FORMAT =
            word("deletedFormat", List.of("Boolean", "Numeric"), "deleted.format where it is absent");

    /** How a job ends whose object keeps no deleted records. */
    public static final Setting<String> DELETED_UNSUPPORTED = word(
            "deletedUnsupported",
            List.of("90017", "batch"),
            "whether a deleted column on an object without deleted records is refused, or its batch deleted_notallowed");

    /** What {@code forceExport} means in a stateful job. */
    public static final Setting<String> STATEFUL_FORCE_EXPORT = word(
            "statefulForceExport",
            List.of("ignored", "obeyed"),
            "whether deleted.forceExport brings deleted records into stateful full loads");

    /** How long a query takes by the emulator's clock. */
    public static final Setting<Integer> QUERY_SECONDS =
            number("querySeconds", 0, 0, "how long each query takes, in seconds of the emulator's clock");

    /** How long a job may take by the emulator's clock. */
    public static final Setting<Integer> MAX_JOB_SECONDS =
            number("maxJobSeconds", 540_000, 1, "seconds after which a job is marked as an error (90029)");

    /** How many jobs may be submitted or executing, stateful and stateless ones apart. */
    public static final Setting<Integer> MAX_CONCURRENT_JOBS =
            number("maxConcurrentJobs", 50, 0, "jobs that may be under way, stateful and stateless ones counted apart");

    /** How long jobs can be asked for. */
    public static final Setting<Integer> JOB_DAYS =
            number("jobDays", 180, 1, "days after its submission at which a job is gone");

    /** How long files can be fetched. */
    public static final Setting<Integer> FILE_HOURS = number("fileHours", 72, 1, "hours after which a file is gone");

    /** The answer for an id that no job has. */
    public static final Setting<String> UNKNOWN_JOB =
            word("unknownJob", List.of("200", "404"), "the status that answers for an unknown job");

    /** The answer to cancelling what cannot be cancelled. */
    public static final Setting<String> CANCEL_REFUSED =
            word("cancelRefused", List.of("200", "404"), "the status of the refusal to cancel an ended or unknown job");

    /** The answer for the last completed job of a pair that has none. */
    public static final Setting<String> NO_LAST_JOB =
            word("noLastJob", List.of("200", "404"), "the status that answers when a pair has no completed job");

    /** How the start of a job is written. */
    public static final Setting<String> START_TIME = word(
            "startTimeFormat",
            List.of("offset", "legacy"),
            "how startTime is written: with an offset, or as Pacific time without one");

    /** Whether answers show the version as a number. */
    public static final Setting<Boolean> VERSION_AS_NUMBER =
            choice("versionAsNumber", false, "whether answers show the version as a number");

    /** Objects the user may not read. */
    public static final Setting<String> FORBIDDEN_OBJECTS =
            text("forbiddenObjects", "", "objects that the user may not read, separated by commas");

    /** How a query is reported that was ignored because of its object. */
    public static final Setting<String> FORBIDDEN_QUERY = word(
            "forbiddenQuery",
            List.of("aborted", "completed", "absent"),
            "how the batch of a query on a forbidden object is reported");

    /** Whether members that AQuA does not know make a request malformed. */
    public static final Setting<Boolean> STRICT_MEMBERS =
            choice("strictMembers", false, "whether unknown members make a request malformed");

    /** What an offset outside 0 to 3600 means. */
    public static final Setting<String> OFFSET_OUT_OF_RANGE = word(
            "offsetOutOfRange",
            List.of("malformed", "clamped", "ignored"),
            "what an offset outside 0 to 3600 seconds means");

    /** What a query is whose API version is no number such as 145.0; no page says it. */
    public static final Setting<String> ODD_API_VERSION = word(
            "oddApiVersion",
            List.of("newest", "refused"),
            "what an apiVersion that is no number such as 145.0 means: the newest, or a bad value");

    /** What a retrieval time in a stateless job means. */
    public static final Setting<String> STATELESS_INCREMENTAL_TIME = word(
            "statelessIncrementalTime",
            List.of("ignored", "90015"),
            "what incrementalTime in a stateless job means; one of a bad format is 90015 all the same");

    /** Whether the tenant has a callout of its own, which takes the place of {@code notifyUrl}. */
    public static final Setting<Boolean> UI_CALLOUT =
            choice("uiCallout", false, "whether a callout of the tenant's own takes the place of notifyUrl");

    /** Which jobs call {@code notifyUrl}. */
    public static final Setting<String> CALLOUT_ON =
            word("calloutOn", List.of("completed", "ended"), "which jobs call notifyUrl");

    /** Records a segment holds at most. */
    public static final Setting<Integer> SEGMENT_RECORDS =
            number("segmentRecords", 500_000, 1, "records in a segment at most");

    /** Whether the tenant has file segmentation. */
    public static final Setting<Boolean> SEGMENTATION =
            choice("segmentation", false, "whether results of stateful full loads come in segments");

    /** What stands at the end of a line of a result file. */
    public static final Setting<String> LINE_END =
            word("lineEnd", List.of("lf", "crlf"), "what ends the lines of a result file");

    /** Whether the last line of a result file ends like the others. */
    public static final Setting<Boolean> FINAL_NEWLINE =
            choice("finalNewline", true, "whether the last line of a result file ends like the others");

    /** The name inside a zip. */
    public static final Setting<String> ZIP_ENTRY =
            entry("zipEntry", "{fileId}.csv", "the name of the entry in a zip; {fileId} stands for the id of the file");

    /** Whether texts that a spreadsheet would take for a formula get an apostrophe. */
    public static final Setting<Boolean> FORMULA_GUARD =
            choice("formulaGuard", false, "whether an apostrophe goes before texts that begin with = + - @ or ;");

    /** Whether secure fields can be read in encrypted files. */
    public static final Setting<Boolean> UNMASK_SECURE_FIELDS =
            choice("unmaskSecureFields", true, "whether encrypted files show secure fields, which others mask");

    /** The key that encrypted files are for. */
    public static final Setting<String> PGP_KEY =
            file("pgpKey", "path of the OpenPGP public key that files of encrypted jobs are for, binary or armoured");

    /** Which of the two wrappings of an encrypted file is the outer one. */
    public static final Setting<String> PGP_LAYERS =
            word("pgpLayers", List.of("inside", "outside"), "whether OpenPGP is inside or outside of the zip or gzip");

    /** Whether encrypted files can be checked for changes. */
    public static final Setting<Boolean> PGP_INTEGRITY =
            choice("pgpIntegrity", true, "whether OpenPGP data carry a modification detection code");

    /** Whether encrypted files are text. */
    public static final Setting<Boolean> PGP_ARMOR = choice("pgpArmor", false, "whether OpenPGP data are armoured");

    /** Whether {@code <>} is an operator. */
    public static final Setting<String> ANGLE_BRACKETS =
            word("angleBrackets", List.of("refused", "accepted"), "whether a query may say <> for !=");

    /** Whether {@code in} and {@code between} are tests. */
    public static final Setting<String> LISTS_AND_RANGES = word(
            "listsAndRanges", List.of("refused", "accepted"), "whether a query may have in (…) and between … and …");

    /** Whether queries may have comments. */
    public static final Setting<String> COMMENTS =
            word("comments", List.of("refused", "accepted"), "whether a query may have comments");

    /** Whether Export ZOQL takes dates without quotes. */
    public static final Setting<String> UNQUOTED_DATES =
            word("unquotedDates", List.of("refused", "accepted"), "whether Export ZOQL takes dates without quotes");

    /** Where a fraction of a second finds nothing. */
    public static final Setting<String> FRACTIONS = word(
            "fractions",
            List.of("upperBound", "always"),
            "where a dateTime with a fraction of a second finds nothing: behind < and <=, or behind any operator");

    /** The header of a function or aggregate without an alias. */
    public static final Setting<String> FUNCTION_HEADERS = word(
            "functionHeaders",
            List.of("column", "text"),
            "the header of a function without an alias: with the column's own header inside, or as in the query");

    /** The headers of {@code type: zoql}. */
    public static final Setting<String> ZOQL_HEADERS = word(
            "zoqlHeaders",
            List.of("object", "field"),
            "headers of type zoql: object and field as in Export ZOQL, or the field's name alone");

    /** What dateTimes look like before API version 69. */
    public static final Setting<String> OLD_DATE_TIMES = word(
            "oldDateTimes",
            List.of("date", "dateTime"),
            "what dateTimes look like with an apiVersion before 69: dates, or as with later ones");

    /** Whether an offset keeps the newest records out of a full load too. */
    public static final Setting<Boolean> OFFSET_CUTS_FULL_LOADS =
            choice("offsetCutsFullLoads", true, "whether offset keeps the newest records out of full loads too");

    /** The offset of jobs that name none, in seconds. */
    public static final Setting<Integer> TENANT_OFFSET =
            number("tenantOffset", 0, 0, "the tenant's time offset for stateful jobs that name none, in seconds");

    /** How long deleted records can be exported (Zuora documentation, Export deleted data). */
    public static final Setting<Integer> DELETED_DAYS =
            number("deletedDays", 30, 0, "days for which deleted records can be exported");

    /** What a wish for deleted records means to a query with aggregates or groups. */
    public static final Setting<String> DELETED_WITH_AGGREGATES = word(
            "deletedWithAggregates",
            List.of("ignored", "refused"),
            "whether a query with aggregates or groups that asks for deleted records counts those that live, or fails");

    /** Whether windows of objects that have no UpdatedDate go by TransactionDate. */
    public static final Setting<Boolean> TRANSACTION_DATE_WINDOWS = choice(
            "transactionDateWindows",
            false,
            "whether incremental loads of objects without UpdatedDate go by TransactionDate, or read all");

    /** The answer to a repeated Idempotency-Key. */
    public static final Setting<String> REPLAY_STATUS =
            word("replayStatus", List.of("original", "409"), "the status of a replayed answer");

    /** How long an answer is kept under its Idempotency-Key. */
    public static final Setting<Integer> IDEMPOTENCY_HOURS =
            number("idempotencyHours", 24, 0, "hours an answer is kept under its Idempotency-Key");

    /** The life of a bearer token. */
    public static final Setting<Integer> TOKEN_SECONDS =
            number("tokenSeconds", 3599, 1, "seconds a bearer token is good for");

    /** How many tokens an address may ask for in a minute. */
    public static final Setting<Integer> TOKENS_PER_MINUTE =
            number("tokensPerMinute", 100, 0, "token requests in a minute before a 429; 0 refuses nobody");

    /** How many requests the tenant may send in a minute. */
    public static final Setting<Integer> REQUESTS_PER_MINUTE =
            number("requestsPerMinute", 0, 0, "requests in a minute before a 429; 0 refuses nobody");

    /** How many requests may be under way at once. */
    public static final Setting<Integer> MAX_CONCURRENT_REQUESTS =
            number("maxConcurrentRequests", 40, 0, "requests under way at once before a 429; 0 refuses nobody");

    /** The status for a body that is no JSON. */
    public static final Setting<Integer> MALFORMED_STATUS =
            status("malformedStatus", 400, "the status for a submitted body that is no JSON");

    /** The status for JSON that is no request. */
    public static final Setting<Integer> BAD_VALUE_STATUS =
            status("badValueStatus", 200, "the status for JSON that is no request, such as an unknown format");

    /** The largest file that can be downloaded. */
    public static final Setting<Integer> MAX_FILE_BYTES =
            number("maxFileBytes", 2047 * 1024 * 1024, 0, "bytes of a file that can be downloaded at most");

    /** The shape of the answer to an unknown file id. */
    public static final Setting<String> UNKNOWN_FILE_BODY =
            word("unknownFileBody", List.of("reasons", "systemError"), "the body of the 404 for an unknown file");

    /** The shape of the answer to a client that gets no token. */
    public static final Setting<String> TOKEN_ERROR_BODY =
            word("tokenErrorBody", List.of("reasons", "oauth"), "the body of a refused token request");

    /** The answer to a question for an object that is not there. */
    public static final Setting<String> DESCRIBE_UNKNOWN = word(
            "describeUnknown",
            List.of("404", "xml"),
            "describing an unknown object: a 404, or status 200 with an XML error");

    private final String name;
    private final T standard;
    private final String values;
    private final Function<String, T> reader;
    private final String meaning;

    private Setting(String name, T standard, String values, Function<String, T> reader, String meaning) {
        this.name = name;
        this.standard = standard;
        this.values = values;
        this.reader = reader;
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
        return values;
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
        return reader.apply(text);
    }

    private static Setting<Integer> number(String name, int standard, int least, String meaning) {
        String values = "a number from " + least;
        return new Setting<>(
                name,
                standard,
                values,
                text -> {
                    try {
                        int value = Integer.parseInt(text);
                        if (value >= least) {
                            return value;
                        }
                    } catch (NumberFormatException e) {
                        // Said below.
                    }
                    throw wrong(name, values, text);
                },
                meaning);
    }

    private static Setting<Integer> status(String name, int standard, String meaning) {
        String values = "an HTTP status from 200 to 599";
        return new Setting<>(
                name,
                standard,
                values,
                text -> {
                    if (text.matches("[2-5]\\d\\d")) {
                        return Integer.parseInt(text);
                    }
                    throw wrong(name, values, text);
                },
                meaning);
    }

    private static Setting<Boolean> choice(String name, boolean standard, String meaning) {
        List<String> words = List.of("true", "false");
        return new Setting<>(
                name, standard, or(words), text -> oneOf(name, words, text).equals("true"), meaning);
    }

    /** A setting that has one of some words, the first of them where nothing is set. */
    private static Setting<String> word(String name, List<String> words, String meaning) {
        return new Setting<>(name, words.get(0), or(words), text -> oneOf(name, words, text), meaning);
    }

    private static Setting<String> text(String name, String standard, String meaning) {
        return new Setting<>(name, standard, "text", text -> text, meaning);
    }

    private static Setting<String> entry(String name, String standard, String meaning) {
        return new Setting<>(
                name,
                standard,
                "text",
                text -> {
                    if (text.isBlank()) {
                        throw wrong(name, "the name of an entry", text);
                    }
                    return text;
                },
                meaning);
    }

    private static Setting<String> file(String name, String meaning) {
        return new Setting<>(
                name,
                "",
                "text",
                text -> {
                    if (!text.isEmpty() && !new File(text).canRead()) {
                        throw wrong(name, "the path of a file that can be read, or empty", text);
                    }
                    return text;
                },
                meaning);
    }

    private static String oneOf(String name, List<String> words, String text) {
        return words.stream().filter(text::equals).findFirst().orElseThrow(() -> wrong(name, or(words), text));
    }

    private static String or(List<String> words) {
        return String.join(" or ", words);
    }

    private static IllegalArgumentException wrong(String name, String values, String text) {
        return new IllegalArgumentException(name + " is " + values + ", not \"" + text + '"');
    }
}
