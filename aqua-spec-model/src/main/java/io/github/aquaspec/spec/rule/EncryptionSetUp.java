package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.Encryption;
import io.github.aquaspec.spec.model.Format;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.function.Consumer;

/** What encrypted files need (Zuora documentation, Export deleted data, on {@code encrypted}). */
final class EncryptionSetUp implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        if (job.results().effectiveEncryption() != Encryption.PGP) {
            return;
        }
        findings.accept(Diagnostic.of(JobCode.ENCRYPTED, "encrypted files need a key that Zuora Support has set up")
                .at(places.value(JobPaths.ENCRYPTED)));
        if (job.results().effectiveFormat() == Format.CSV) {
            findings.accept(
                    Diagnostic.of(JobCode.ENCRYPTED_CSV, "encrypted files are documented for zip and gzip, not for csv")
                            .at(places.value(JobPaths.FORMAT))
                            .related(places.value(JobPaths.ENCRYPTED), "")
                            .fix("write format: gzip"));
        }
    }
}
