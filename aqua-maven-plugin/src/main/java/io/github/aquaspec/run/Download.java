package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.client.Pause;
import io.github.aquaspec.snapshot.StagedFile;
import io.github.aquaspec.snapshot.StagingDirectory;
import io.github.aquaspec.spec.model.Format;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.verify.Container;
import io.github.aquaspec.verify.CorruptFileException;
import io.github.aquaspec.verify.Fault;
import io.github.aquaspec.verify.FirstColumnOutput;
import io.github.aquaspec.verify.Limits;
import io.github.aquaspec.verify.Verification;
import io.github.aquaspec.verify.VerifiedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Fetches the file of one query, or its segments in order, into the staging directory. Each byte is seen once: out of
 * the container, counted, hashed and written. What breaks or is damaged is fetched again, and the job stays the same.
 */
record Download(AquaClient client, Pause pause) {

    private static final int ATTEMPTS = 4;
    private static final Duration BREATH = Duration.ofSeconds(1);

    /** The verified file of one query. */
    QueryResult result(JobPlan plan, int query, BatchReply batch, StagingDirectory staging)
            throws JobFailedException, IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(plan, query, batch, staging);
            } catch (CallFailedException e) {
                if (e.failure().kind() != CallFailure.Kind.BROKEN || attempt == ATTEMPTS) {
                    throw CallTrouble.ofFile(e.failure(), plan, query);
                }
            } catch (CorruptFileException e) {
                if (!mayBeTheWire(e.fault()) || attempt == ATTEMPTS) {
                    throw failed(plan, query, batch, e.fault());
                }
            }
            pause.of(BREATH.multipliedBy(attempt));
        }
    }

    private QueryResult once(JobPlan plan, int query, BatchReply batch, StagingDirectory staging)
            throws CallFailedException, CorruptFileException, IOException, InterruptedException {
        Container container = container(plan.spec().results().effectiveFormat());
        Path spool = staging.scratch(plan.dataFile(query));
        try (StagedFile content = staging.create(plan.dataFile(query))) {
            Optional<FirstColumnOutput> flags =
                    plan.spec().queries().get(query).deleted().map(deleted -> new FirstColumnOutput(content));
            Verification verification = new Verification(flags.isPresent() ? flags.get() : content, Limits.DEFAULT);
            for (String fileId : batch.files()) {
                Optional<CorruptFileException> corrupt = client.file(fileId, served -> {
                    try {
                        verification.append(container, served, spool);
                        return Optional.empty();
                    } catch (CorruptFileException e) {
                        return Optional.of(e);
                    }
                });
                if (corrupt.isPresent()) {
                    throw corrupt.get();
                }
            }
            VerifiedFile file = verification.finish();
            return new QueryResult(
                    query, plan.dataFile(query), batch, file, content.commit(), flags.map(FirstColumnOutput::column));
        }
    }

    private static Container container(Format format) {
        return switch (format) {
            case CSV -> Container.CSV;
            case GZIP -> Container.GZIP;
            case ZIP -> Container.ZIP;
        };
    }

    /** Whether another transfer may bring something better. */
    private static boolean mayBeTheWire(Fault fault) {
        return !(fault instanceof Fault.TooLarge || fault instanceof Fault.RatioTooHigh);
    }

    private static Retry retry(Fault fault) {
        return mayBeTheWire(fault) && !(fault instanceof Fault.NotData) ? Retry.NOW : Retry.NEVER;
    }

    private static JobFailedException failed(JobPlan plan, int query, BatchReply batch, Fault fault) {
        Span place = plan.places().value(FieldInQuery.query(query));
        return new JobFailedException(
                FileFault.diagnostic(fault, "\"" + plan.stems().get(query) + "\"", batch)
                        .at(place, "the result of this query"),
                retry(fault));
    }
}
