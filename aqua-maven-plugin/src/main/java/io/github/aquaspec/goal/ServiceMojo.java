package io.github.aquaspec.goal;

import io.github.aquaspec.client.Service;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.report.ReceiptHeader;
import io.github.aquaspec.report.Receipts;
import io.github.aquaspec.report.TraceLog;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.plan.Target;
import io.github.aquaspec.run.state.StateCode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** What every goal has that talks to AQuA, or says to whom it would. */
abstract class ServiceMojo extends SnapshotsMojo {

    /**
     * Where jobs run, as the name of a data centre: {@code us}, {@code us-na}, {@code us-sandbox}, {@code
     * us-na-sandbox}, {@code us-test}, {@code us-pt}, {@code eu}, {@code eu-sandbox}, {@code eu-test}, {@code ap},
     * {@code ap-test}; or {@code emulator} for a server on this machine, without a tenant.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.environment")
    private String environment;

    /**
     * A base URL in place of the environment's, such as {@code https://rest.zuora.com}; http on loopback alone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.endpoint")
    private String endpoint;

    /**
     * The zone in which the data centre reads {@code incrementalTime}, such as {@code America/Los_Angeles}, for an
     * endpoint without an environment.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.zone")
    private String zone;

    /**
     * How to say who we are: {@code oauth}, the client of an OAuth application; {@code basic}, a user and its password;
     * {@code keys}, the same in the headers {@code apiAccessKeyId} and {@code apiSecretAccessKey}. Default: {@code oauth} for
     * a server of settings.xml; what they are for, where variables of the environment are the credentials.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.authentication")
    private String authentication;

    /**
     * Id of the {@code <server>} in settings.xml whose username and password are the credentials. Where there is none,
     * variables of the environment are looked at, such as {@code ZUORA_CLIENT_ID} and {@code ZUORA_CLIENT_SECRET}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.serverId", defaultValue = "zuora")
    private String serverId;

    /**
     * One entity of a multi-entity tenant: the header Zuora-Entity-Ids.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.entityId")
    private String entityId;

    /**
     * Organizations of a multi-org tenant, separated by commas: the header Zuora-Org-Ids.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.orgIds")
    private String orgIds;

    /**
     * A word of yours that Zuora keeps with each request, at most 64 characters: the header Zuora-Track-Id.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.trackId")
    private String trackId;

    /**
     * Port of the emulator; 0 for one that is free. Default: one that is free.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.emulator.port")
    private Integer emulatorPort;

    /**
     * Partner ids that the emulator knows, separated by commas. Default: any.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.emulator.partners")
    private String emulatorPartners;

    /**
     * Credentials that the emulator takes, {@code id:secret}, separated by commas. Default: any pair that is not
     * empty.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.emulator.credentials")
    private String emulatorCredentials;

    /** Tells the goals behind this one how a manifest ended. Where nothing is new, what stands is as new as can be. */
    final void remember(JobOutcome ended) {
        Path place = outputDirectory().resolve(ended.id().text());
        if (ended instanceof JobOutcome.Published done) {
            published().add(done.directory());
            missed().remove(place);
        } else if (ended.diagnostics().stream().noneMatch(found -> found.code() == StateCode.NOTHING_NEW)) {
            missed().put(place, ended instanceof JobOutcome.Skipped skipped ? skipped.reason() : "its run failed");
        }
    }

    /** What the server sees in its log. */
    final String userAgent() {
        return "aqua-maven-plugin/" + execution().getVersion() + " (Maven "
                + mavenVersion() + "; Java "
                + System.getProperty("java.version") + ")";
    }

    private String mavenVersion() {
        return session().getSystemProperties().getProperty("maven.version", "?");
    }

    final ServiceChoice serviceChoice() {
        return new ServiceChoice(environment, endpoint, zone, authentication, serverId, entityId, orgIds, trackId);
    }

    /** The way to whatever answers. */
    final ServiceAccess access(SettingsDecrypter decrypter, RepositorySystem repositories) {
        return new ServiceAccess(decrypter, repositories, session(), execution(), variables(), getLog());
    }

    final EmulatorChoice emulatorChoice() {
        return new EmulatorChoice(emulatorPort, emulatorDirectory(), emulatorPartners, emulatorCredentials, null);
    }

    /** Receipts of what this goal does at a service. */
    final Receipts receipts(Optional<Target> target, Optional<Service> service, Redaction redaction) {
        ReceiptHeader header = new ReceiptHeader(
                ReceiptHeader.Versions.here(execution().getVersion(), mavenVersion()),
                target.map(Target::name).orElse("unknown"),
                service.map(Service::base)
                        .or(() -> target.flatMap(Target::base))
                        .map(Object::toString),
                serviceChoice().scope(),
                shownFrom());
        return new Receipts(reportDirectory(), header, redaction::apply, Clock.systemUTC());
    }

    /**
     * The trace of what this goal does at a service; behind that of goals before it in this build.
     *
     * @param key what names the run
     */
    final TraceLog trace(Optional<Target> target, Optional<Service> service, Optional<RunKeyChoice.Found> key) {
        Set<Path> traced = inModule("aqua.traced", ConcurrentHashMap::newKeySet);
        TraceLog trace = new TraceLog(reportDirectory(), getLog()::line, Clock.systemUTC());
        trace.begun(
                traced.add(reportDirectory()),
                "aqua:" + execution().getGoal() + " of " + userAgent() + " on " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch") + ", at "
                        + service.map(Service::base)
                                .or(() -> target.flatMap(Target::base))
                                .map(Object::toString)
                                .orElse("no address")
                        + " (" + target.map(Target::name).orElse("unknown") + ")"
                        + key.map(k -> ", run key " + k.key() + " of " + k.source())
                                .orElse(""));
        return trace;
    }
}
