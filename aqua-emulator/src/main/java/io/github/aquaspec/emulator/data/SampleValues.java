package io.github.aquaspec.emulator.data;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The value of any cell of the sample data. A value depends on the seed, the field and the row's number alone, so no
 * row has to be kept to make another that refers to it.
 */
final class SampleValues {

    private static final LocalDateTime FIRST_CREATED = LocalDateTime.of(2024, 1, 1, 0, 0);
    private static final LocalDateTime LAST_UPDATED = LocalDateTime.of(2026, 10, 31, 23, 59, 59);
    private static final long LIFE =
            Duration.between(FIRST_CREATED, LAST_UPDATED).toSeconds();

    private final Catalogue catalogue;
    private final long seed;
    private final int scale;
    /** Where each object's dice start, by what they are thrown for: the names are long, and the same for each row. */
    private final Map<String, Map<String, Long>> starts = new ConcurrentHashMap<>();

    SampleValues(Catalogue catalogue, long seed, int scale) {
        this.catalogue = catalogue;
        this.seed = seed;
        this.scale = scale;
    }

    long rows(ObjectType object) {
        return object.scales() ? (long) object.rows() * scale : object.rows();
    }

    /** The value of a cell, as the JDBC driver takes it; null where the sample has none. */
    Object value(ObjectType object, Field field, long row) {
        Dice dice = dice(object, ".", field.name(), row);
        if (field.nullShare() > 0 && dice.percent(field.nullShare())) {
            return null;
        }
        if (field.target().isPresent()) {
            return id(catalogue.target(field), targetRow(object, field, row));
        }
        if (field.name().equals("Id")) {
            return id(object, row);
        }
        return typed(field.type(), cooked(object, field, row, dice));
    }

    String id(ObjectType object, long row) {
        return "8ad0" + dice(object, "", "", row).hex(28);
    }

    private Dice dice(ObjectType object, String joint, String what, long row) {
        long start = starts.computeIfAbsent(object.name(), name -> new ConcurrentHashMap<>())
                .computeIfAbsent(what, w -> Dice.start(seed, object.name() + joint + w));
        return new Dice(start, row);
    }

    /** The row of its target that a key leads to. */
    private long targetRow(ObjectType object, Field key, long row) {
        long rows = rows(object);
        long targets = rows(catalogue.target(key));
        return switch (key.recipe().word()) {
            case "nth" -> row * (targets / rows) + key.recipe().number(0);
            case "owner" -> row / (rows / targets);
            case "any" -> new Dice(seed, object.name() + '.' + key.name() + " target", row).between(0, targets - 1);
            case "skewed" -> skewed(row % (key.recipe().number(0) * scale), targets);
            default -> row % targets;
        };
    }

    /** The value of a field at the end of a path of keys. */
    private Object from(ObjectType object, Recipe recipe, long row) {
        ObjectType at = object;
        long atRow = row;
        for (String step : recipe.arguments().get(0).split("\\.", -1)) {
            Field key = catalogue.keyOf(at, step);
            atRow = targetRow(at, key, atRow);
            at = catalogue.target(key);
        }
        return value(at, catalogue.keyOf(at, recipe.arguments().get(1)), atRow);
    }

    /** Maps even numbers unevenly: low targets get many rows, some get none. */
    private static long skewed(long row, long targets) {
        double share = (double) row / targets;
        return (long) (Math.pow(share, 1.6) * targets);
    }

    private Object cooked(ObjectType object, Field field, long row, Dice dice) {
        Recipe recipe = field.recipe();
        return switch (recipe.word()) {
            case "series" -> series(recipe.arguments().get(0), row + 1);
            case "pick" -> dice.pick(recipe.arguments());
            case "chance" -> dice.percent((int) recipe.number(0));
            case "money" -> money(dice.between(recipe.number(0) * 100, recipe.number(1) * 100), dice);
            case "number" -> dice.between(recipe.number(0), recipe.number(1));
            case "code" -> dice.hex((int) recipe.number(0));
            case "company" -> dice.pick(SampleWords.COMPANIES) + (dice.percent(80) ? " " + (row + 1) : "");
            case "first" -> dice.pick(SampleWords.FIRST_NAMES);
            case "last" -> dice.pick(SampleWords.LAST_NAMES);
            case "email" -> "user" + (row + 1) + "@example.com";
            case "phone" -> "+44 20 7" + dice.between(100, 999) + ' ' + dice.between(1000, 9999);
            case "street" -> dice.between(1, 199) + dice.pick(List.of(", York Way", " Hauptstraße", " rue de l'Été"));
            case "city" -> dice.pick(SampleWords.CITIES);
            case "postcode" -> series("%05d", dice.between(0, 99999));
            case "country" -> dice.pick(SampleWords.COUNTRIES);
            case "sentence" -> dice.pick(SampleWords.SENTENCES);
            case "note" -> note(dice);
            case "day" -> FIRST_CREATED.toLocalDate().plusDays(dice.between(0, LIFE / 86400));
            case "after" -> after(object, recipe, row);
            case "month" -> month(recipe.arguments().get(0), row);
            case "from" -> from(object, recipe, row);
            case "created" -> created(object, row);
            case "updated" -> updated(object, row);
            default ->
                throw new IllegalArgumentException(
                        "no recipe \"" + recipe.word() + "\" for " + object.name() + '.' + field.name());
        };
    }

    /** A number in the place of its {@code %05d}, filled up with noughts. */
    private static String series(String format, long number) {
        int at = format.indexOf("%0");
        int end = format.indexOf('d', at);
        String digits = Long.toString(number);
        int noughts = Integer.parseInt(format, at + 2, end, 10) - digits.length();
        return format.substring(0, at) + "0".repeat(Math.max(0, noughts)) + digits + format.substring(end + 1);
    }

    private static BigDecimal money(long cents, Dice dice) {
        long rounded = dice.percent(20) ? cents / 100 * 100 : cents;
        return BigDecimal.valueOf(rounded, 2);
    }

    private static String note(Dice dice) {
        String note = dice.pick(SampleWords.NOTES);
        return dice.percent(4) ? (note + ' ').repeat(400) : note;
    }

    private LocalDate after(ObjectType object, Recipe recipe, long row) {
        Field start = catalogue.keyOf(object, recipe.arguments().get(0));
        return ((LocalDate) value(object, start, row)).plusDays(recipe.number(1));
    }

    private static Object month(String what, long row) {
        LocalDate first = FIRST_CREATED.toLocalDate().plusMonths(row);
        return switch (what) {
            case "first" -> first;
            case "last" -> first.plusMonths(1).minusDays(1);
            case "year" -> first.getYear();
            case "quarter" -> first.get(IsoFields.QUARTER_OF_YEAR);
            default -> throw new IllegalArgumentException("a month has no " + what);
        };
    }

    private LocalDateTime created(ObjectType object, long row) {
        return FIRST_CREATED.plusSeconds(dice(object, "", " created", row).between(0, LIFE - 86400));
    }

    private LocalDateTime updated(ObjectType object, long row) {
        LocalDateTime created = created(object, row);
        Dice dice = dice(object, "", " updated", row);
        if (dice.percent(25)) {
            return created;
        }
        long left = Duration.between(created, LAST_UPDATED).toSeconds();
        return created.plusSeconds(dice.between(1, left));
    }

    private static Object typed(FieldType type, Object value) {
        return switch (type) {
            case DATETIME -> value instanceof LocalDateTime local ? local.atOffset(ZoneOffset.UTC) : value;
            case INTEGER -> value instanceof Long ? value : Long.valueOf(value.toString());
            case DECIMAL -> value instanceof BigDecimal ? value : new BigDecimal(value.toString());
            default -> value;
        };
    }
}
