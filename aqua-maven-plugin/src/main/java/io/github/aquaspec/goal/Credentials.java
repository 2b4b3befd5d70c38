package io.github.aquaspec.goal;

import io.github.aquaspec.client.Credential;
import io.github.aquaspec.client.Identity;
import io.github.aquaspec.goal.ServiceChoice.Authentication;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Finds out who we are to Zuora: a server of settings.xml, else environment variables. */
final class Credentials {

    private final Settings settings;
    private final SettingsDecrypter decrypter;
    private final UnaryOperator<String> environment;

    /**
     * A credential and where it is from.
     *
     * @param source for the log; never a value
     */
    record Found(Credential credential, String source) {

        private static final int CLIENT_ID = 36;
        private static final int LONGEST_SECRET = 42;

        /** What looks wrong about it, its values untold (Zuora API reference, Create an OAuth token). */
        Optional<Diagnostic> doubt() {
            if (!(credential instanceof Credential.ClientCredentials client)) {
                return Optional.empty();
            }
            boolean odd = client.clientId().length() != CLIENT_ID;
            return odd || client.secret().reveal().length() > LONGEST_SECRET
                    ? Optional.of(Diagnostic.of(
                                    TargetCode.ODD_CLIENT,
                                    "the client " + (odd ? "id" : "secret") + " of " + source + " is none of Zuora's")
                            .fix(
                                    "copy it again, whole, from the OAuth client in Zuora's settings; a user and a password"
                                            + " want aqua.authentication=basic"))
                    : Optional.empty();
        }
    }

    Credentials(Settings settings, SettingsDecrypter decrypter, UnaryOperator<String> environment) {
        this.settings = settings;
        this.decrypter = decrypter;
        this.environment = environment;
    }

    /** The credential of this build; empty with problems when it cannot be used, without when there is none. */
    Optional<Found> find(String serverId, Optional<Authentication> asked, List<Diagnostic> problems) {
        Server server = settings.getServer(serverId);
        if (server != null) {
            return ofServer(server, asked.orElse(Authentication.OAUTH), problems);
        }
        if (asked.filter(a -> a != Authentication.OAUTH).isEmpty()) {
            int before = problems.size();
            Optional<Found> client = pair("ZUORA_CLIENT_ID", "ZUORA_CLIENT_SECRET", Authentication.OAUTH, problems);
            if (client.isPresent() || problems.size() > before) {
                return client;
            }
            Optional<Found> token = token();
            if (token.isPresent()) {
                return token;
            }
        }
        return asked.filter(a -> a == Authentication.OAUTH).isPresent()
                ? Optional.empty()
                : pair("ZUORA_USERNAME", "ZUORA_PASSWORD", asked.orElse(Authentication.BASIC), problems);
    }

    /** How requests will say who we are, as far as that can be told without a look at any value. */
    static Identity announced(
            Settings settings, UnaryOperator<String> environment, String serverId, Optional<Authentication> asked) {
        Predicate<String> isSet = name -> !isBlank(environment.apply(name));
        boolean server = settings.getServer(serverId) != null;
        boolean mayBeOauth = asked.filter(a -> a != Authentication.OAUTH).isEmpty();
        if (!server && mayBeOauth && !isSet.test("ZUORA_CLIENT_ID")) {
            if (isSet.test("ZUORA_BEARER_TOKEN")) {
                return Identity.BEARER_TOKEN;
            }
            if (asked.isEmpty() && isSet.test("ZUORA_USERNAME")) {
                return Identity.USER_PASSWORD;
            }
        }
        return switch (asked.orElse(Authentication.OAUTH)) {
            case OAUTH -> Identity.CLIENT_CREDENTIALS;
            case BASIC -> Identity.USER_PASSWORD;
            case KEYS -> Identity.KEY_PAIR;
        };
    }

    /** What to say when there is none of the kind that was asked for. */
    static Diagnostic missing(String serverId, Optional<Authentication> asked) {
        boolean client = asked.filter(a -> a != Authentication.OAUTH).isEmpty();
        return Diagnostic.of(
                        TargetCode.NO_CREDENTIALS,
                        "there are no credentials: settings.xml has no server \"" + serverId + "\", and "
                                + (client
                                        ? "ZUORA_CLIENT_ID and ZUORA_CLIENT_SECRET"
                                        : "ZUORA_USERNAME and ZUORA_PASSWORD")
                                + " are not set")
                .fix("add to ~/.m2/settings.xml: <servers><server><id>" + serverId + "</id><username>"
                        + (client ? "client id" : "user") + "</username><password>"
                        + (client ? "client secret" : "password") + "</password></server></servers>;"
                        + " or set the two variables; or try it without a tenant: -Daqua.environment=emulator");
    }

    private Optional<Found> ofServer(Server server, Authentication kind, List<Diagnostic> problems) {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                problems.add(Diagnostic.of(
                                TargetCode.UNREADABLE_CREDENTIALS,
                                "the password of server \"" + server.getId() + "\" cannot be decrypted")
                        .fix("encrypt it again with mvn --encrypt-password, and check ~/.m2/settings-security.xml"));
                return Optional.empty();
            }
        }
        String user = result.getServer().getUsername();
        String password = result.getServer().getPassword();
        if (isBlank(user) || isBlank(password)) {
            problems.add(Diagnostic.of(
                            TargetCode.UNREADABLE_CREDENTIALS,
                            "server \"" + server.getId() + "\" has no " + (isBlank(user) ? "<username>" : "<password>"))
                    .fix("username is the client id, password the client secret; or user and password with"
                            + " aqua.authentication=basic"));
            return Optional.empty();
        }
        return Optional.of(new Found(
                credential(kind, user, password),
                "server \"" + server.getId() + "\" of settings.xml (" + word(kind) + ")"));
    }

    private Optional<Found> pair(String idName, String secretName, Authentication kind, List<Diagnostic> problems) {
        String id = environment.apply(idName);
        String secret = environment.apply(secretName);
        if (isBlank(id) && isBlank(secret)) {
            return Optional.empty();
        }
        if (isBlank(id) || isBlank(secret)) {
            String missing = isBlank(id) ? idName : secretName;
            problems.add(Diagnostic.of(
                            TargetCode.NO_CREDENTIALS,
                            (isBlank(id) ? secretName : idName) + " is set, but " + missing + " is not")
                    .fix("set both"));
            return Optional.empty();
        }
        return Optional.of(
                new Found(credential(kind, id, secret), "environment variable " + idName + " (" + word(kind) + ")"));
    }

    private Optional<Found> token() {
        String token = environment.apply("ZUORA_BEARER_TOKEN");
        return isBlank(token)
                ? Optional.empty()
                : Optional.of(new Found(
                        new Credential.BearerToken(Secret.of(token)),
                        "environment variable ZUORA_BEARER_TOKEN (cannot be renewed)"));
    }

    private static Credential credential(Authentication kind, String id, String secret) {
        return switch (kind) {
            case OAUTH -> new Credential.ClientCredentials(id, Secret.of(secret));
            case BASIC -> new Credential.UserPassword(id, Secret.of(secret));
            case KEYS -> new Credential.KeyPair(id, Secret.of(secret));
        };
    }

    private static String word(Authentication kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
