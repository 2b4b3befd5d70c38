package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.source.SourceMap;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.source.SpecPath;
import java.util.List;

/** The members of a job that rules point at. */
final class JobPaths {

    static final SpecPath VERSION = SpecPath.ROOT.key("version");
    static final SpecPath NAME = SpecPath.ROOT.key("name");
    static final SpecPath FORMAT = SpecPath.ROOT.key("format");
    static final SpecPath ENCRYPTED = SpecPath.ROOT.key("encrypted");
    static final SpecPath PARTNER = SpecPath.ROOT.key("partner");
    static final SpecPath PROJECT = SpecPath.ROOT.key("project");
    static final SpecPath OFFSET = SpecPath.ROOT.key("offset");
    static final SpecPath INCREMENTAL_TIME = SpecPath.ROOT.key("incrementalTime");
    static final SpecPath NOTIFY_URL = SpecPath.ROOT.key("notifyUrl");
    static final SpecPath LAST_QUERIES = SpecPath.ROOT.key("useLastCompletedJobQueries");
    static final SpecPath WINDOW = SpecPath.ROOT.key("window");
    static final SpecPath SEGMENTS = SpecPath.ROOT.key("output").key("segments");
    static final SpecPath USE_QUERY_LABELS = SpecPath.ROOT.key("useQueryLabels");
    static final SpecPath DATE_TIME_UTC = SpecPath.ROOT.key("dateTimeUtc");
    static final SpecPath NULL_REPLACEMENT = SpecPath.ROOT.key("nullReplacement");
    static final SpecPath SOURCE_DATA = SpecPath.ROOT.key("sourceData");
    static final SpecPath WAREHOUSE_SIZE = SpecPath.ROOT.key("warehouseSize");
    static final SpecPath TIMEOUT = SpecPath.ROOT.key("timeout");
    static final SpecPath QUERIES = SpecPath.ROOT.key("queries");

    private static final List<SpecPath> HEADS = List.of(NAME, VERSION, QUERIES, PARTNER);

    private JobPaths() {}

    /** What to point at when the job does not say something. */
    static Span head(SourceMap places) {
        return HEADS.stream()
                .filter(places::has)
                .findFirst()
                .map(places::key)
                .orElseGet(() -> places.key(SpecPath.ROOT));
    }
}
