package io.github.aquaspec.goal;

import io.github.aquaspec.client.Service;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.run.plan.Target;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.verify.DecryptionKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * The way to whatever answers: a tenant of Zuora, or the emulator of this build.
 *
 * @param variables of the environment
 */
record ServiceAccess(
        SettingsDecrypter decrypter,
        RepositorySystem repositories,
        MavenSession session,
        MojoExecution execution,
        UnaryOperator<String> variables,
        Log log) {

    /**
     * The service at a target.
     *
     * @param mayBeMissing whether a build without credentials is fine
     * @return empty with problems when the way is barred; without, when there are no credentials and that is fine
     */
    Optional<Service> to(
            Target target,
            ServiceChoice choice,
            EmulatorChoice emulator,
            boolean mayBeMissing,
            List<Diagnostic> problems) {
        Map<String, String> headers = choice.headers(problems);
        if (!target.needsEmulator()) {
            return new TenantAccess(session, decrypter, variables, log)
                    .to(target, choice, headers, mayBeMissing, problems);
        }
        Optional<LocalEmulator.Running> local = new LocalEmulator(repositories, session, execution.getVersion())
                .at(emulator.directory(), emulator.settings(0), problems);
        local.flatMap(LocalEmulator.Running::done).ifPresent(words -> log.info("Emulator: " + words));
        return local.map(running -> new Service(running.url(), emulator.identity(), headers));
    }

    /**
     * The keys that open encrypted files, unlocked.
     *
     * @param serverId of settings.xml; may be null
     * @param base the folder that relative paths start from
     * @param redaction learns the passphrase
     * @return empty with problems where there are none
     */
    Optional<DecryptionKeys> keys(String serverId, Path base, Redaction redaction, List<Diagnostic> problems) {
        Optional<PgpKey.Found> found = new PgpKey(session.getSettings(), decrypter, variables, base, redaction)
                .find(Optional.ofNullable(serverId).filter(id -> !id.isBlank()), problems);
        found.ifPresent(f -> log.info("OpenPGP key: " + f.source() + "."));
        return found.map(PgpKey.Found::keys);
    }
}
