package io.github.aquaspec.spec.zoql;

/** A query in which a test marks a place: {@code select Id from «Account»}. */
record Marked(String query, Range place) {

    static Marked of(String text) {
        int from = text.indexOf('«');
        int to = text.indexOf('»') - 1;
        return new Marked(text.replace("«", "").replace("»", ""), new Range(from, to));
    }
}
