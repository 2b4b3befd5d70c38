package io.github.aquaspec.run.plan;

import io.github.aquaspec.client.Environment;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.state.TargetIdentity;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.NearNames;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a run goes.
 *
 * @param name the environment, or the host of an endpoint that belongs to none
 * @param base the base URL; absent for the emulator until it runs
 * @param zone the zone in which the data centre reads {@code incrementalTime}, where known
 */
public record Target(String name, Optional<URI> base, Optional<ZoneId> zone) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    /**
     * Reads the choice of a build.
     *
     * @param environment one of {@link Environment#words()}, if given
     * @param endpoint a base URL in place of the environment's, if given
     * @param problems takes what is wrong
     */
    public static Optional<Target> of(
            Optional<String> environment, Optional<String> endpoint, List<Diagnostic> problems) {
        if (environment.isEmpty() && endpoint.isEmpty()) {
            problems.add(Diagnostic.of(TargetCode.NO_TARGET, "the build does not say where the jobs run")
                    .fix("set -Daqua.environment to one of " + String.join(", ", Environment.words())));
            return Optional.empty();
        }
        Optional<Environment> known = environment.flatMap(Environment::named);
        if (environment.isPresent() && known.isEmpty()) {
            problems.add(unknown(environment.get()));
            return Optional.empty();
        }
        if (endpoint.isEmpty()) {
            Environment chosen = known.orElseThrow();
            return Optional.of(new Target(chosen.word(), chosen.base(), chosen.zone()));
        }
        return endpoint(endpoint.get(), problems)
                .map(uri -> new Target(
                        known.map(Environment::word).orElse(uri.getHost()),
                        Optional.of(uri),
                        known.flatMap(Environment::zone)));
    }

    /** The same target with another zone. */
    public Target in(ZoneId other) {
        return new Target(name, base, Optional.of(other));
    }

    /**
     * Whose records a run gets there.
     *
     * @param entity the entity that the build names
     * @param orgs the organizations that it names, separated by commas; their order says nothing
     */
    public TargetIdentity identity(Optional<String> entity, Optional<String> orgs) {
        Optional<String> sorted = orgs.map(text -> Stream.of(text.split(",", -1))
                        .map(String::strip)
                        .filter(org -> !org.isEmpty())
                        .sorted()
                        .distinct()
                        .collect(Collectors.joining(",")))
                .filter(text -> !text.isEmpty());
        return new TargetIdentity(name, base.map(Target::address).orElse("emulator"), entity, sorted);
    }

    /** A tenant behind a gateway is known by port and path; an emulator gets another port each time. */
    private static String address(URI base) {
        String host = base.getHost().toLowerCase(Locale.ROOT);
        String path = base.getPath() == null ? "" : base.getPath().replaceAll("/+$", "");
        return host + (base.getPort() < 0 || isLoopback(base.getHost()) ? "" : ":" + base.getPort()) + path;
    }

    /** How many requests of a tenant it takes in a day, where that is documented. */
    Optional<Integer> requestsPerDay() {
        return Environment.named(name).flatMap(Environment::requestsPerDay);
    }

    /** Whether this is the emulator, and it has to be started. */
    public boolean needsEmulator() {
        return base.isEmpty();
    }

    /** Whether requests stay on this machine. */
    public boolean isLocal() {
        return base.map(uri -> isLoopback(uri.getHost())).orElse(true);
    }

    private static Diagnostic unknown(String environment) {
        String fix = NearNames.nearest(environment, Environment.words())
                .map(near -> "did you mean `" + near + "`? ")
                .orElse("");
        return Diagnostic.of(TargetCode.UNKNOWN_ENVIRONMENT, "there is no environment \"" + environment + "\"")
                .fix(fix + "known are " + String.join(", ", Environment.words())
                        + "; any other host goes into -Daqua.endpoint");
    }

    private static Optional<URI> endpoint(String text, List<Diagnostic> problems) {
        String wrong = null;
        URI uri = null;
        try {
            uri = new URI(text.strip());
            if (uri.getHost() == null || uri.getScheme() == null) {
                wrong = "is not a base URL";
            } else if (uri.getRawUserInfo() != null) {
                wrong = "holds a user; credentials do not stand in URLs";
            } else if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
                wrong = "holds more than scheme, host, port and path";
            } else if (!uri.getScheme().equals("https")
                    && !(uri.getScheme().equals("http") && isLoopback(uri.getHost()))) {
                wrong = "is not https";
            }
        } catch (URISyntaxException e) {
            wrong = "is not a base URL";
        }
        if (wrong == null) {
            return Optional.of(uri);
        }
        String shown = uri != null && uri.getRawUserInfo() != null ? "the endpoint" : "the endpoint \"" + text + "\"";
        problems.add(Diagnostic.of(TargetCode.BAD_ENDPOINT, shown + " " + wrong)
                .fix("write it as https://rest.zuora.com, a path may follow; http is for loopback only"));
        return Optional.empty();
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }
}
