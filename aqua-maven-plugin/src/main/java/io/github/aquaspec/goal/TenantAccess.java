package io.github.aquaspec.goal;

import io.github.aquaspec.client.Service;
import io.github.aquaspec.http.Proxy;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.plan.Target;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * The way to a tenant: whether the network may be used, and who we are there.
 *
 * @param variables of the environment
 */
record TenantAccess(MavenSession session, SettingsDecrypter decrypter, UnaryOperator<String> variables, Log log) {

    /**
     * The service at a target.
     *
     * @param headers what goes with every request
     * @param mayBeMissing whether a build without credentials is fine
     * @return empty with problems when the way is barred; without, when there are no credentials and that is fine
     */
    Optional<Service> to(
            Target target,
            ServiceChoice choice,
            Map<String, String> headers,
            boolean mayBeMissing,
            List<Diagnostic> problems) {
        if (session.isOffline() && !target.isLocal()) {
            problems.add(Diagnostic.of(
                            TargetCode.OFFLINE,
                            "Maven is offline, and the jobs run at "
                                    + target.base().orElseThrow())
                    .fix("run without -o, or try it with -Daqua.environment=emulator"));
        }
        Optional<ServiceChoice.Authentication> asked = choice.authentication(problems);
        Optional<Credentials.Found> found = new Credentials(session.getSettings(), decrypter, variables)
                .find(choice.serverIdText(), asked, problems);
        found.ifPresent(f -> log.info("Credentials: " + f.source() + "."));
        found.filter(f -> !target.isLocal()).flatMap(Credentials.Found::doubt).ifPresent(problems::add);
        if (found.isEmpty() && problems.stream().noneMatch(Diagnostic::isError) && !mayBeMissing) {
            problems.add(Credentials.missing(choice.serverIdText(), asked));
        }
        return found.map(f -> new Service(target.base().orElseThrow(), f.credential(), headers, proxy(target)));
    }

    /** Nobody stands between a machine and itself. */
    private Optional<Proxy> proxy(Target target) {
        Optional<Proxy> named = target.isLocal()
                ? Optional.empty()
                : new SettingsProxy(session.getRepositorySession())
                        .to(target.base().orElseThrow());
        named.ifPresent(proxy -> log.info("Proxy: " + proxy + " of settings.xml."));
        return named;
    }
}
