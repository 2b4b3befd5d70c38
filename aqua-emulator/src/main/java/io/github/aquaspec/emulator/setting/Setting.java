package io.github.aquaspec.emulator.setting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that can be set: a knob of a tenant, or a choice where the truth about Zuora is not known. All of them stand
 * here; {@code docs/emulator.md} lists them.
 *
 * @param <T> what its values are
 */
public final class Setting<T> {

    private static final Map<String, Setting<?>> ALL = new LinkedHashMap<>();

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
            text("zipEntry", "{fileId}.csv", "the name of the entry in a zip; {fileId} stands for the id of the file");

    /** Whether texts that a spreadsheet would take for a formula get an apostrophe. */
    public static final Setting<Boolean> FORMULA_GUARD =
            choice("formulaGuard", false, "whether an apostrophe goes before texts that begin with = + - @ or ;");

    /** Whether secure fields can be read in encrypted files. */
    public static final Setting<Boolean> UNMASK_SECURE_FIELDS =
            choice("unmaskSecureFields", true, "whether encrypted files show secure fields, which others mask");

    /** The key that encrypted files are for. */
    public static final Setting<String> PGP_KEY = text(
            "pgpKey", "", "path of the OpenPGP public key that files of encrypted jobs are for, binary or armoured");

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

    private final String name;
    private final T standard;
    private final Function<String, T> reader;
    private final String meaning;

    private Setting(String name, T standard, Function<String, T> reader, String meaning) {
        this.name = name;
        this.standard = standard;
        this.reader = reader;
        this.meaning = meaning;
        ALL.put(name, this);
    }

    /** All settings, in the order they are written here. */
    public static List<Setting<?>> all() {
        return List.copyOf(ALL.values());
    }

    /** The setting of that name. */
    public static Optional<Setting<?>> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    public String name() {
        return name;
    }

    /** The value where nothing is set. */
    public T standard() {
        return standard;
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
        return new Setting<>(
                name,
                standard,
                text -> {
                    try {
                        int value = Integer.parseInt(text);
                        if (value >= least) {
                            return value;
                        }
                    } catch (NumberFormatException e) {
                        // Said below.
                    }
                    throw new IllegalArgumentException(name + " is a number from " + least + ", not \"" + text + '"');
                },
                meaning);
    }

    private static Setting<Boolean> choice(String name, boolean standard, String meaning) {
        return new Setting<>(
                name,
                standard,
                text -> oneOf(name, List.of("true", "false"), text).equals("true"),
                meaning);
    }

    /** A setting that has one of some words, the first of them where nothing is set. */
    private static Setting<String> word(String name, List<String> words, String meaning) {
        return new Setting<>(name, words.get(0), text -> oneOf(name, words, text), meaning);
    }

    private static Setting<String> text(String name, String standard, String meaning) {
        return new Setting<>(name, standard, text -> text, meaning);
    }

    private static String oneOf(String name, List<String> words, String text) {
        return words.stream()
                .filter(text::equals)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " is " + String.join(" or ", words) + ", not \"" + text + '"'));
    }
}
