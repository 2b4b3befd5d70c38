package io.github.aquaspec.spec.diagnostic;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The codes of findings about a manifest, by id. */
public final class KnownCodes {

    /** Codes of a run and of its checks, which this library does not know. */
    private static final Pattern LATER = Pattern.compile("AQ[5-8]\\d\\d");

    private static final Map<String, Code> CODES = codes();

    private KnownCodes() {}

    /** All codes of this library, sorted. */
    public static Map<String, Code> all() {
        return CODES;
    }

    public static Optional<Code> find(String id) {
        return Optional.ofNullable(CODES.get(id));
    }

    /** Whether an id belongs to a phase after the manifest is read. */
    public static boolean isLater(String id) {
        return LATER.matcher(id).matches();
    }

    private static Map<String, Code> codes() {
        Map<String, Code> codes = new TreeMap<>();
        Stream.<Code[]>of(
                        ReadingCode.values(), KeyCode.values(), JobCode.values(), QueryCode.values(), ZoqlCode.values())
                .flatMap(Arrays::stream)
                .forEach(code -> {
                    if (codes.put(code.id(), code) != null) {
                        throw new IllegalStateException("two findings have the code " + code.id());
                    }
                });
        return Collections.unmodifiableMap(codes);
    }
}
