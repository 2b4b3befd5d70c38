package io.github.aquaspec.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code SHA256SUMS} as {@code sha256sum} writes and checks it: digest, two blanks, name; sorted by the bytes of the
 * names. A line whose name holds a backslash or a line end begins with a backslash and has them escaped.
 */
public final class Sha256Sums {

    /** The file in a snapshot; it lists every file but itself. */
    public static final String FILE_NAME = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("(\\\\?)([0-9a-fA-F]{64}) [ *](.+)", Pattern.DOTALL);
    private static final Comparator<String> BY_BYTES = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private final SortedMap<String, String> digests;

    private Sha256Sums(Map<String, String> digests) {
        SortedMap<String, String> sorted = new TreeMap<>(BY_BYTES);
        sorted.putAll(digests);
        this.digests = Collections.unmodifiableSortedMap(sorted);
    }

    /** The sums of these files. */
    public static Sha256Sums of(Collection<StoredFile> files) {
        Map<String, String> digests = new TreeMap<>();
        for (StoredFile file : files) {
            if (digests.put(file.name(), file.sha256()) != null) {
                throw new IllegalArgumentException("two files are named " + file.name());
            }
        }
        return new Sha256Sums(digests);
    }

    /**
     * Reads the text of a sums file.
     *
     * @throws MalformedSumsException when a line is not as {@code sha256sum} writes it, or a name stands twice
     */
    public static Sha256Sums parse(String text) throws MalformedSumsException {
        Map<String, String> digests = new TreeMap<>();
        int number = 0;
        for (String line : lines(text)) {
            number++;
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new MalformedSumsException(number, "is not a digest, two blanks and a name");
            }
            String name = parts.group(1).isEmpty() ? parts.group(3) : unescape(parts.group(3), number);
            if (digests.put(name, parts.group(2).toLowerCase(Locale.ROOT)) != null) {
                throw new MalformedSumsException(number, "lists a name again");
            }
        }
        if (digests.isEmpty()) {
            throw new MalformedSumsException(1, "is missing");
        }
        return new Sha256Sums(digests);
    }

    /** Name to digest (64 lower-case hex digits), sorted by the bytes of the names. */
    public SortedMap<String, String> digests() {
        return digests;
    }

    /** The text of the file: one line each, LF, the last line too. */
    public String text() {
        StringBuilder text = new StringBuilder();
        digests.forEach((name, digest) -> {
            String escaped = escape(name);
            text.append(escaped.equals(name) ? "" : "\\")
                    .append(digest)
                    .append("  ")
                    .append(escaped)
                    .append('\n');
        });
        return text.toString();
    }

    private static List<String> lines(String text) throws MalformedSumsException {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            if (end < 0) {
                throw new MalformedSumsException(lines.size() + 1, "does not end");
            }
            lines.add(text.substring(from, end));
            from = end + 1;
        }
        return lines;
    }

    private static String escape(String name) {
        return name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescape(String name, int line) throws MalformedSumsException {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char escaped = ++i < name.length() ? name.charAt(i) : ' ';
            switch (escaped) {
                case '\\' -> plain.append('\\');
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                default -> throw new MalformedSumsException(line, "holds an unknown escape");
            }
        }
        return plain.toString();
    }
}
