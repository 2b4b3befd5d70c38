package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.model.Encryption;
import io.github.aquaspec.spec.model.Format;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.Output;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.model.Results;
import io.github.aquaspec.spec.model.Session;
import io.github.aquaspec.spec.model.SourceData;
import io.github.aquaspec.spec.model.Version;
import java.util.List;
import java.util.Optional;

/** The keys of a job: AQuA's (Zuora documentation, Post query), then ours. */
final class JobShape {

    private static final Reader<List<Optional<QuerySpec>>> QUERIES =
            Readers.list("a list of queries", Readers.attempt(QueryShape.READER));

    private JobShape() {}

    /** A job with as many queries as can be read; those that cannot are empty. */
    record Draft(JobSpec job, List<Optional<QuerySpec>> queries) {}

    static Optional<Draft> of(Members job) {
        job.optional("specVersion", Scalars.number(1, 1, ""));
        Optional<String> name = job.optional("name", Scalars.text());
        Optional<String> description = job.optional("description", Scalars.text());
        Optional<Version> version = job.optional("version", Scalars.version());
        Results results = new Results(
                job.optional("format", Scalars.anyCase(Words.of(Format.values(), Format::word))),
                job.optional("encrypted", Scalars.anyCase(Words.of(Encryption.values(), Encryption::word))),
                job.optional("useQueryLabels", Scalars.flag()),
                job.optional("dateTimeUtc", Scalars.flag()),
                job.optional("nullReplacement", Scalars.anyText()));
        Session session = new Session(
                job.optional("partner", Scalars.text()),
                job.optional("project", Scalars.text()),
                job.optional("offset", Scalars.number(0, 3600, " of seconds")).map(Long::intValue),
                job.optional("incrementalTime", Scalars.incrementalTime()),
                job.optional("useLastCompletedJobQueries", Scalars.flag()));
        Optional<List<Optional<QuerySpec>>> list = job.optional("queries", QUERIES);
        List<Optional<QuerySpec>> queries = list.orElse(List.of());
        Draft draft = new Draft(
                new JobSpec(
                        name,
                        version,
                        session,
                        results,
                        job.optional("notifyUrl", Scalars.text()),
                        job.optional("sourceData", Scalars.word(Words.of(SourceData.values(), SourceData::name))),
                        job.optional("warehouseSize", Scalars.text()),
                        queries.stream().flatMap(Optional::stream).toList(),
                        description,
                        job.optional("timeout", Scalars.duration()).orElse(JobSpec.DEFAULT_TIMEOUT),
                        job.optional("window", WindowShape.READER),
                        job.list("params", ParamShape.READER),
                        job.optional("output", OutputShape.READER).orElse(Output.DEFAULT),
                        job.list("suppress", SuppressionShape.READER)),
                queries);
        return Optional.of(draft).filter(d -> list.isPresent() || !job.isSet("queries"));
    }
}
