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

    /** Whether an offset keeps the newest records out of a full load too. */
    public static final Setting<Boolean> OFFSET_CUTS_FULL_LOADS =
            choice("offsetCutsFullLoads", true, "whether offset keeps the newest records out of full loads too");

    /** The offset of jobs that name none, in seconds. */
    public static final Setting<Integer> TENANT_OFFSET =
            number("tenantOffset", 0, 0, "the tenant's time offset for stateful jobs that name none, in seconds");

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

    private static String oneOf(String name, List<String> words, String text) {
        return words.stream()
                .filter(text::equals)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " is " + String.join(" or ", words) + ", not \"" + text + '"'));
    }
}
