package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import io.github.aquaspec.spec.diagnostic.NearNames;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.model.ApiVersion;
import io.github.aquaspec.spec.model.Version;
import io.github.aquaspec.spec.text.ScalarNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The readers of single values. Each takes text and says what it should look like. */
final class Scalars {

    private static final DateTimeFormatter INCREMENTAL_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** What {@link Duration#parse} and {@link OffsetDateTime#parse} take, with digits or zeros as the fraction. */
    private static final String DURATION =
            "[-+]?[Pp](?=.*\\d)([-+]?\\d+[Dd])?([Tt](?=[-+\\d])([-+]?\\d+[Hh])?([-+]?\\d+[Mm])?([-+]?\\d+([.,]%s{0,9})?[Ss])?)?";

    private static final String DAY = "[-+]?\\d{4,10}-\\d\\d-\\d\\d";
    private static final String INSTANT =
            DAY + "[Tt]\\d\\d:\\d\\d(:\\d\\d(\\.0{0,9})?)?([Zz]|[-+]\\d\\d(:?\\d\\d){0,2})";

    private static final String INCREMENTAL = DAY + " \\d\\d:\\d\\d:\\d\\d";
    private static final String NO_SUCH_TIME = "there is no such day or time; write one that there is";

    /** What editors of prose make of quotes. */
    private static final Pattern TYPOGRAPHIC = Pattern.compile("[“”„‟«»‘’‚](.*)[“”„‟«»‘’‚]");

    private Scalars() {}

    /** Text that is not blank. */
    static Reader<String> text() {
        return text("write the text, or leave it out");
    }

    /** Text that is not blank and cannot be left out. */
    static Reader<String> neededText() {
        return text("write the text");
    }

    private static Reader<String> text(String fix) {
        return Readers.scalar("text", new Shape.Text(false), (scalar, findings) -> {
            if (scalar.value().isEmpty()) {
                findings.accept(Diagnostic.of(KeyCode.EMPTY_TEXT, "expected text, and this is empty")
                        .at(scalar.span())
                        .fix(fix));
                return Optional.empty();
            }
            return Optional.of(scalar.value());
        });
    }

    /** Text as it stands, which may be empty. */
    static Reader<String> anyText() {
        return Readers.scalar("text", new Shape.Text(true), (scalar, findings) -> Optional.of(scalar.value()));
    }

    static Reader<Boolean> flag() {
        Map<String, Boolean> words = Map.of("true", true, "false", false);
        return parsed(
                "true or false",
                new Shape.Flag(),
                KeyCode.NOT_TRUE_OR_FALSE,
                value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "yes", "y", "on", "1" -> "write true";
                    case "no", "n", "off", "0" -> "write false";
                    default -> "write true or false";
                },
                value -> Optional.ofNullable(words.get(value.toLowerCase(Locale.ROOT))));
    }

    /** A whole number from {@code min} to {@code max}. */
    static Reader<Long> number(long min, long max, String unit) {
        String what = min == max
                ? String.valueOf(min)
                : "a whole number" + unit + " from " + min + (max == Long.MAX_VALUE ? " on" : " to " + max);
        return parsed(
                what,
                new Shape.WholeNumber(min, max),
                KeyCode.NOT_A_NUMBER,
                "write " + what
                        + (min == max
                                ? ""
                                : ", such as " + (max == Long.MAX_VALUE ? 1000 : Math.max(min, Math.min(max, 600)))),
                value -> value.matches("-?(0|[1-9]\\d{0,17})")
                        ? Optional.of(Long.parseLong(value)).filter(n -> n >= min && n <= max)
                        : Optional.empty());
    }

    /** A duration above zero. */
    static Reader<Duration> duration() {
        return parsed(
                "a duration above zero",
                new Shape.Form(String.format(DURATION, "\\d"), false),
                KeyCode.NOT_A_TIME,
                "write an ISO 8601 duration, such as PT4H or PT30M",
                value -> attempt(() -> Duration.parse(value)).filter(d -> !d.isNegative() && !d.isZero()));
    }

    /** A duration in whole seconds, from zero on. */
    static Reader<Duration> wholeSeconds() {
        return parsed(
                "a duration in whole seconds",
                new Shape.Form(String.format(DURATION, "0"), false),
                KeyCode.NOT_A_TIME,
                "write an ISO 8601 duration, such as PT2H or PT90S",
                value -> attempt(() -> Duration.parse(value))
                        .filter(d -> !d.isNegative() && d.equals(d.truncatedTo(ChronoUnit.SECONDS))));
    }

    /** A dateTime with an offset, in whole seconds. */
    static Reader<Instant> instant() {
        return parsed(
                "a dateTime with an offset and whole seconds",
                new Shape.Form(INSTANT, false),
                KeyCode.NOT_A_TIME,
                value -> value.matches(INSTANT) ? NO_SUCH_TIME : "write it such as \"2020-01-01T00:00:00Z\"",
                value -> attempt(() -> OffsetDateTime.parse(value).toInstant())
                        .filter(i -> i.equals(i.truncatedTo(ChronoUnit.SECONDS))));
    }

    /** AQuA's form of {@code incrementalTime}, in the data centre's zone (Zuora documentation, Post query). */
    static Reader<LocalDateTime> incrementalTime() {
        return parsed(
                "a dateTime as Zuora takes it here, with a blank in the middle and no zone",
                new Shape.Form(INCREMENTAL, false),
                KeyCode.NOT_A_TIME,
                value -> value.matches(INCREMENTAL) ? NO_SUCH_TIME : "write it such as \"2015-01-21 10:30:01\"",
                value -> attempt(() -> LocalDateTime.parse(value, INCREMENTAL_TIME)));
    }

    /** AQuA's version; {@code 1} is what some writers of JSON make of {@code 1.0}. */
    static Reader<Version> version() {
        Map<String, Version> words = Words.of(Version.values(), Version::word);
        return parsed(
                "version 1.0 or 1.1",
                new Shape.Words(
                        Stream.concat(words.keySet().stream(), Stream.of("1")).toList(), false),
                KeyCode.UNKNOWN_WORD,
                "write \"1.0\" for a stateless job, \"1.1\" for a stateful one",
                value -> Optional.ofNullable(words.get(value.equals("1") ? "1.0" : value)));
    }

    static Reader<ApiVersion> apiVersion() {
        return parsed(
                "an API version",
                new Shape.Form(ApiVersion.FORM, true),
                KeyCode.NOT_AN_API_VERSION,
                "write one to three digits and at most one decimal, such as \"145.0\"",
                value -> attempt(() -> new ApiVersion(value)));
    }

    /** One of a few words, exactly. */
    static <T> Reader<T> word(Map<String, T> words) {
        String list = String.join(", ", words.keySet());
        return Readers.scalar(
                "one of " + list, new Shape.Words(List.copyOf(words.keySet()), false), (scalar, findings) -> {
                    Optional<T> value = Optional.ofNullable(words.get(scalar.value()));
                    if (value.isEmpty()) {
                        findings.accept(unknownWord(scalar, words, list));
                    }
                    return value;
                });
    }

    /** One of a few words that Zuora writes in lower case and takes in any. */
    static <T> Reader<T> anyCase(Map<String, T> words) {
        Reader<T> exact = word(words);
        Shape shape = new Shape.Words(List.copyOf(words.keySet()), true);
        return Readers.scalar("one of " + String.join(", ", words.keySet()), shape, (scalar, findings) -> {
            String lower = scalar.value().toLowerCase(Locale.ROOT);
            if (!words.containsKey(lower)) {
                return exact.read(scalar, findings);
            }
            if (!lower.equals(scalar.value())) {
                findings.accept(Diagnostic.of(KeyCode.UNUSUAL_CASE, Quoted.of(scalar.value()) + " is written " + lower)
                        .at(scalar.span())
                        .fix("write " + lower));
            }
            return Optional.of(words.get(lower));
        });
    }

    private static Diagnostic unknownWord(ScalarNode scalar, Map<String, ?> words, String list) {
        return Diagnostic.of(KeyCode.UNKNOWN_WORD, "expected one of " + list + ", found " + Quoted.of(scalar.value()))
                .at(scalar.span())
                .fix(NearNames.nearest(scalar.value(), words.keySet())
                        .map(near -> "did you mean " + near + "?")
                        .orElse("write one of " + list));
    }

    private static <T> Reader<T> parsed(
            String what, Shape shape, Code code, String fix, Function<String, Optional<T>> parse) {
        return parsed(what, shape, code, value -> fix, parse);
    }

    private static <T> Reader<T> parsed(
            String what, Shape shape, Code code, Function<String, String> fix, Function<String, Optional<T>> parse) {
        return Readers.scalar(what, shape, (scalar, findings) -> {
            Optional<T> value = parse.apply(scalar.value());
            if (value.isEmpty()) {
                findings.accept(Diagnostic.of(code, "expected " + what + ", found " + Quoted.of(scalar.value()))
                        .at(scalar.span())
                        .fix(straight(scalar.value()).orElseGet(() -> fix.apply(scalar.value()))));
            }
            return value;
        });
    }

    private static Optional<String> straight(String value) {
        Matcher quoted = TYPOGRAPHIC.matcher(value);
        return quoted.matches() ? Optional.of("write straight quotes: \"" + quoted.group(1) + "\"") : Optional.empty();
    }

    private interface Attempt<T> {
        T parse();
    }

    private static <T> Optional<T> attempt(Attempt<T> attempt) {
        try {
            return Optional.of(attempt.parse());
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
