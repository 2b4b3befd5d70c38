package io.github.aquaspec.run.failure;

import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.KnownCodes;
import io.github.aquaspec.spec.diagnostic.NearNames;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The codes of all findings, of manifests and of runs, by id. */
public final class AllCodes {

    private static final Pattern FORM = Pattern.compile("AQ\\d{3}");
    private static final NavigableMap<String, Code> CODES = codes();

    private AllCodes() {}

    /** All of them, sorted. */
    public static Collection<Code> all() {
        return CODES.values();
    }

    /** The code of an id, in any case. */
    public static Optional<Code> find(String id) {
        return Optional.ofNullable(CODES.get(id.toUpperCase(Locale.ROOT)));
    }

    /** What may have been meant by an id that is none: the one that is spelled alike, or else those on both sides. */
    public static List<String> near(String id) {
        String upper = id.toUpperCase(Locale.ROOT);
        return FORM.matcher(upper).matches()
                ? Stream.of(CODES.lowerKey(upper), CODES.higherKey(upper))
                        .filter(Objects::nonNull)
                        .toList()
                : NearNames.nearest(upper, CODES.keySet()).stream().toList();
    }

    private static NavigableMap<String, Code> codes() {
        NavigableMap<String, Code> codes = new TreeMap<>(KnownCodes.all());
        Stream.<Code[]>of(
                        TargetCode.values(),
                        ServerCode.values(),
                        SessionCode.values(),
                        TransferCode.values(),
                        LocalCode.values(),
                        StateCode.values(),
                        BugCode.values())
                .flatMap(Stream::of)
                .forEach(code -> codes.put(code.id(), code));
        return Collections.unmodifiableNavigableMap(codes);
    }
}
