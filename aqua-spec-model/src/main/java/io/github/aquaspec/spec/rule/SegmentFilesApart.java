package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.Output;
import io.github.aquaspec.spec.source.SourceMap;
import io.github.aquaspec.spec.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Where segments are kept, no query is named like a segment of another. */
final class SegmentFilesApart implements Rule {

    private static final String NUMBER = "-\\d{4,}";

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        if (job.output().segments() != Output.Segments.KEEP) {
            return;
        }
        List<QueryInJob> queries = QueryInJob.all(job, places);
        List<String> stems = FileStems.of(job);
        for (int i = 0; i < stems.size(); i++) {
            String stem = stems.get(i).toLowerCase(Locale.ROOT);
            for (int other = 0; other < stems.size(); other++) {
                String start = stems.get(other).toLowerCase(Locale.ROOT);
                if (stem.startsWith(start) && stem.substring(start.length()).matches(NUMBER)) {
                    findings.accept(Diagnostic.of(
                                    JobCode.SEGMENT_FILE,
                                    "the file " + Quoted.of(stems.get(i)) + " is named like a segment of "
                                            + Quoted.of(stems.get(other)))
                            .at(place(queries.get(i)))
                            .related(place(queries.get(other)), "whose segments are numbered")
                            .fix("give one of the two another file; or write output: {segments: merge}"));
                }
            }
        }
    }

    private static Span place(QueryInJob query) {
        return query.has("file") ? query.value("file") : query.head();
    }
}
