package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.model.Expect;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.source.SourceMap;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.source.SpecPath;
import io.github.aquaspec.spec.zoql.Parsed;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.Range;
import io.github.aquaspec.spec.zoql.Zoql;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A query where it stands. Its text is parsed once for all who look at it. */
final class QueryInJob {

    /** With or without quotes, which a file may have to write twice or behind a backslash. */
    private static final Pattern ONE_PLACEHOLDER = Pattern.compile("[\\\\'\"]*\\$\\{[^}]*}[\\\\'\"]*");

    private final JobSpec job;
    private final QuerySpec query;
    private final SpecPath path;
    private final SourceMap places;
    private Parsed reading;

    private QueryInJob(JobSpec job, QuerySpec query, SpecPath path, SourceMap places) {
        this.job = job;
        this.query = query;
        this.path = path;
        this.places = places;
    }

    static List<QueryInJob> all(JobSpec job, SourceMap places) {
        return IntStream.range(0, job.queries().size())
                .mapToObj(i -> new QueryInJob(
                        job, job.queries().get(i), SpecPath.ROOT.key("queries").index(i), places))
                .toList();
    }

    /** The job around it. */
    JobSpec job() {
        return job;
    }

    /** What it says. */
    QuerySpec query() {
        return query;
    }

    /** Where it stands in the manifest. */
    SpecPath path() {
        return path;
    }

    /** The places of the manifest. */
    SourceMap places() {
        return places;
    }

    /** Its text as the language of its type, with what is wrong with it. */
    Parsed reading() {
        if (reading == null) {
            reading = Zoql.parse(query.query(), QueryText.dialect(query));
        }
        return reading;
    }

    /** The tree of its text; nothing where it cannot be parsed, and rules keep silent. */
    Optional<Query> parsed() {
        return reading().query();
    }

    /**
     * What is expected of its result.
     *
     * @param keys where that stands in the query
     * @param expect what must hold, or should
     */
    record Expected(String keys, Expect expect) {

        /** The keys of a member of it. */
        String key(String member) {
            return keys + "." + member;
        }
    }

    /** What must hold of its result, and what should. */
    List<Expected> expectations() {
        return List.of(new Expected("expect", query.expect()), new Expected("expect.warn", query.warn()));
    }

    /** Whether the manifest says something under a key, such as {@code deleted.format}, readable or not. */
    boolean has(String keys) {
        return places.has(at(keys));
    }

    /** The value under a key. */
    Span value(String keys) {
        return places.value(at(keys));
    }

    /** An item of the list under a key. */
    Span item(String keys, int index) {
        return places.value(at(keys).index(index));
    }

    /** Whether the list under a key has more items in the file than could be read. */
    boolean hasMoreThan(String keys, int read) {
        return places.has(at(keys).index(read));
    }

    /** The key itself. */
    Span key(String keys) {
        return places.key(at(keys));
    }

    /** A part of the query text, by its chars. */
    Span within(int from, int to) {
        return places.within(path.key("query"), from, to);
    }

    /** The same for a stretch of a parsed query. */
    Span within(Range range) {
        return within(range.from(), range.to());
    }

    /** Whether a placeholder stands in a part of the text: what is there now is that of one run, or not known yet. */
    boolean hasPlaceholder(Range range) {
        return within(range).text().contains("${");
    }

    /** Whether a literal has a placeholder inside that is not all of it. */
    boolean isPartlyPlaceholder(Range literal) {
        return hasPlaceholder(literal)
                && !ONE_PLACEHOLDER.matcher(within(literal).text()).matches();
    }

    /** What to point at when something is missing: the name, or else the key of the query text. */
    Span head() {
        return has("name") ? value("name") : key("query");
    }

    private SpecPath at(String keys) {
        SpecPath at = path;
        for (String key : keys.split("\\.", -1)) {
            at = at.key(key);
        }
        return at;
    }
}
