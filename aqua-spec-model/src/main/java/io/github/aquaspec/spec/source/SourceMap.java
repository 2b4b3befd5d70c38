package io.github.aquaspec.spec.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where each value of a manifest stands. It is kept beside the job spec, so that a spec is equal to another by meaning,
 * and a finding of any later phase can still point at its line.
 */
public final class SourceMap {

    /**
     * Where one value stands.
     *
     * @param key the key of the value, absent for the root and for list items
     * @param value the value
     * @param text the places of the value's chars, for scalars
     */
    private record Entry(Optional<Span> key, Span value, Optional<ScalarText> text) {}

    private final SourceText source;
    /** By the text of the path. */
    private final Map<String, Entry> entries;

    private SourceMap(SourceText source, Map<String, Entry> entries) {
        this.source = source;
        this.entries = entries;
    }

    /** The file that is mapped. */
    public SourceText source() {
        return source;
    }

    /** Whether the manifest says anything at this path. */
    public boolean has(SpecPath path) {
        return entries.containsKey(path.text());
    }

    /** The value at a path; where the manifest says nothing there, the key of the nearest value around it. */
    public Span value(SpecPath path) {
        Entry entry = entries.get(path.text());
        return entry == null ? around(path) : entry.value();
    }

    /** The key of a path; for list items, and where there is no such key, the value or what is around it. */
    public Span key(SpecPath path) {
        Entry entry = entries.get(path.text());
        return entry == null ? around(path) : entry.key().orElse(entry.value());
    }

    /** A part of the scalar at a path, by the chars of its value. Falls back to the whole value. */
    public Span within(SpecPath path, int from, int to) {
        Entry entry = entries.get(path.text());
        if (entry == null || entry.text().isEmpty()) {
            return value(path);
        }
        return entry.text().get().span(from, to);
    }

    private Span around(SpecPath path) {
        Optional<SpecPath> parent = path.parent();
        if (parent.isEmpty()) {
            return new Span(source, 0, 0);
        }
        Entry entry = entries.get(parent.get().text());
        return entry == null ? around(parent.get()) : entry.key().orElse(entry.value());
    }

    /** Collects places while a tree is bound. */
    public static final class Builder {

        private final SourceText source;
        private final Map<String, Entry> entries = new LinkedHashMap<>();

        public Builder(SourceText source) {
            this.source = source;
        }

        public void item(SpecPath path, Span value) {
            entries.put(path.text(), new Entry(Optional.empty(), value, Optional.empty()));
        }

        public void item(SpecPath path, ScalarText text) {
            entries.put(path.text(), new Entry(Optional.empty(), text.span(), Optional.of(text)));
        }

        public void member(SpecPath path, Span key, Span value) {
            entries.put(path.text(), new Entry(Optional.of(key), value, Optional.empty()));
        }

        public void member(SpecPath path, Span key, ScalarText text) {
            entries.put(path.text(), new Entry(Optional.of(key), text.span(), Optional.of(text)));
        }

        public SourceMap build() {
            return new SourceMap(source, Map.copyOf(entries));
        }
    }
}
