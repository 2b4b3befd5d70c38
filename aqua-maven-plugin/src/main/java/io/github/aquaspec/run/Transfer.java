package io.github.aquaspec.run;

import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.run.event.DataFile;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.Packing;
import io.github.aquaspec.snapshot.StagedFile;
import io.github.aquaspec.snapshot.StagingDirectory;
import io.github.aquaspec.snapshot.StoredFile;
import io.github.aquaspec.spec.model.Encryption;
import io.github.aquaspec.spec.model.Format;
import io.github.aquaspec.verify.Container;
import io.github.aquaspec.verify.CorruptFileException;
import io.github.aquaspec.verify.Decryption;
import io.github.aquaspec.verify.Fault;
import io.github.aquaspec.verify.Limits;
import io.github.aquaspec.verify.Observation;
import io.github.aquaspec.verify.Verification;
import io.github.aquaspec.verify.VerifiedFile;
import io.github.aquaspec.verify.cell.CellChecks;
import io.github.aquaspec.verify.cell.FirstColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * From the wire into the staging directory. Each byte that comes is seen once: out of its wrappings, counted, hashed and
 * written.
 *
 * @param checked where the cells of what comes are looked at
 */
record Transfer(RunTools tools, JobPlan plan, StagingDirectory staging, CheckedFiles checked) {

    /** A data file and what was seen of its cells. */
    record Outcome(DataFile file, CellChecks cells) {}

    /**
     * One try.
     *
     * @param name of the data file
     * @param ids of the files of Zuora's that it is made of, in order
     * @throws CorruptFileException when what came cannot be the whole
     */
    Outcome of(String name, List<String> ids)
            throws CallFailedException, CorruptFileException, IOException, InterruptedException {
        Path spool = staging.scratch(name);
        try (StagedFile staged = isEncrypted() ? staging.createPrivate(name) : staging.create(name);
                PackedFile file = PackedFile.of(Packing.of(plan.spec()), ids.size(), staged)) {
            CellChecks cells = checked.begin(name, file.content());
            Verification verification = new Verification(cells.output(), file.asServed(), Limits.DEFAULT);
            AtomicBoolean endIsTold = new AtomicBoolean(true);
            for (String id : ids) {
                Optional<CorruptFileException> corrupt = tools.client().file(id, served -> {
                    endIsTold.compareAndSet(true, served.endIsTold());
                    try {
                        if (isEncrypted()) {
                            verification.append(decryption(), served.bytes(), spool);
                        } else {
                            verification.append(container(), served.bytes(), spool);
                        }
                        return Optional.empty();
                    } catch (CorruptFileException e) {
                        return Optional.of(e);
                    }
                });
                if (corrupt.isPresent()) {
                    throw corrupt.get();
                }
            }
            VerifiedFile verified = verification.finish();
            if (!endIsTold.get() && mayBeCut(verified)) {
                throw new CorruptFileException(new Fault.EndUntold());
            }
            Optional<FirstColumn> flags = cells.finish();
            StoredFile whole = staged.commit(file.finish(verified));
            return new Outcome(new DataFile(verified, whole, flags), cells);
        }
    }

    private Decryption decryption() {
        return new Decryption(
                tools.settings().keys().orElseThrow(() -> new IllegalStateException("encrypted files need a key")),
                switch (plan.spec().output().pgpIntegrity()) {
                    case REQUIRED -> Decryption.Integrity.REQUIRED;
                    case ABSENT_ALLOWED -> Decryption.Integrity.ABSENT_ALLOWED;
                });
    }

    private Container container() {
        return switch (plan.spec().results().effectiveFormat()) {
            case CSV -> Container.CSV;
            case GZIP -> Container.GZIP;
            case ZIP -> Container.ZIP;
        };
    }

    /**
     * Whether a file may be cut within its last line, and nothing tells: plain CSV has no checksum. Whether Zuora ends the
     * last line is not documented, so a file that comes twice the same is taken, where its transfers say that they were
     * whole.
     */
    boolean mayBeCut(VerifiedFile file) {
        return plan.spec().results().effectiveFormat() == Format.CSV
                && !isEncrypted()
                && file.observations().stream().anyMatch(Observation.MissingFinalNewline.class::isInstance);
    }

    private boolean isEncrypted() {
        return plan.spec().results().effectiveEncryption() == Encryption.PGP;
    }
}
