package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.Credential;
import io.github.aquaspec.client.Identity;
import io.github.aquaspec.goal.ServiceChoice.Authentication;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private final Settings settings = new Settings();
    private final Map<String, String> environment = new HashMap<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    @Test
    void takesClientIdAndSecretOfTheServer() {
        server("zuora", "id", "secret");

        Credentials.Found found = find(Optional.empty()).orElseThrow();

        assertThat(found.credential()).isInstanceOfSatisfying(Credential.ClientCredentials.class, c -> {
            assertThat(c.clientId()).isEqualTo("id");
            assertThat(c.secret().reveal()).isEqualTo("secret");
        });
        assertThat(found.source()).isEqualTo("server \"zuora\" of settings.xml (oauth)");
    }

    @Test
    void takesUserAndPasswordOfTheServer_whenAsked() {
        server("zuora", "user", "password");

        assertThat(find(Optional.of(Authentication.BASIC)).orElseThrow().credential())
                .isInstanceOf(Credential.UserPassword.class);
        assertThat(find(Optional.of(Authentication.KEYS)).orElseThrow().credential())
                .isInstanceOf(Credential.KeyPair.class);
    }

    @Test
    void decryptsThePasswordOfTheServer() {
        server("zuora", "id", "{terces}");

        assertThat(find(Optional.empty()).orElseThrow().credential())
                .isInstanceOfSatisfying(
                        Credential.ClientCredentials.class,
                        c -> assertThat(c.secret().reveal()).isEqualTo("secret"));
    }

    @Test
    void saysWhatToDo_whenThePasswordCannotBeDecrypted() {
        server("zuora", "id", "{broken}");

        assertThat(find(Optional.empty())).isEmpty();
        assertThat(onlyProblem().code().id()).isEqualTo("AQ505");
        assertThat(onlyProblem().fix().orElseThrow()).contains("settings-security.xml");
        assertThat(problems.toString()).doesNotContain("{broken}");
    }

    @Test
    void takesAPasswordThatOnlyWarns() {
        server("zuora", "id", "{legacy}");

        assertThat(find(Optional.empty())).isPresent();
    }

    @Test
    void saysWhatIsMissing_whenTheServerIsIncomplete() {
        server("zuora", "id", " ");

        assertThat(find(Optional.empty())).isEmpty();
        assertThat(onlyProblem().message()).isEqualTo("server \"zuora\" has no <password>");
    }

    @Test
    void prefersTheServerToTheEnvironment() {
        server("zuora", "id", "secret");
        environment.put("ZUORA_CLIENT_ID", "other");
        environment.put("ZUORA_CLIENT_SECRET", "other-secret");

        assertThat(find(Optional.empty()).orElseThrow().source()).startsWith("server ");
    }

    @Test
    void fallsBackToTheEnvironment_neverToAnotherServer() {
        server("other", "id", "secret");
        environment.put("ZUORA_CLIENT_ID", "id");
        environment.put("ZUORA_CLIENT_SECRET", "of the environment");

        Credentials.Found found = find(Optional.empty()).orElseThrow();

        assertThat(found.source()).isEqualTo("environment variable ZUORA_CLIENT_ID (oauth)");
        assertThat(found.toString()).doesNotContain("of the environment");
    }

    @Test
    void takesABearerToken_andSaysThatItCannotBeRenewed() {
        environment.put("ZUORA_BEARER_TOKEN", "tok");

        Credentials.Found found = find(Optional.empty()).orElseThrow();

        assertThat(found.credential()).isInstanceOf(Credential.BearerToken.class);
        assertThat(found.source()).contains("cannot be renewed");
    }

    @Test
    void takesUserAndPasswordOfTheEnvironment_whenThereIsNoClient() {
        environment.put("ZUORA_USERNAME", "user");
        environment.put("ZUORA_PASSWORD", "password");

        assertThat(find(Optional.empty()).orElseThrow().credential()).isInstanceOf(Credential.UserPassword.class);
    }

    @Test
    void takesNoUserAndPassword_whenAskedForOauth() {
        environment.put("ZUORA_USERNAME", "user");
        environment.put("ZUORA_PASSWORD", "password");

        assertThat(find(Optional.of(Authentication.OAUTH))).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void takesNoClient_whenAskedForBasic() {
        environment.put("ZUORA_CLIENT_ID", "id");
        environment.put("ZUORA_CLIENT_SECRET", "secret");

        assertThat(find(Optional.of(Authentication.BASIC))).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void doesNotGuess_whenHalfAPairIsSet() {
        environment.put("ZUORA_CLIENT_ID", "id");
        environment.put("ZUORA_BEARER_TOKEN", "tok");

        assertThat(find(Optional.empty())).isEmpty();
        assertThat(onlyProblem().message()).isEqualTo("ZUORA_CLIENT_ID is set, but ZUORA_CLIENT_SECRET is not");
    }

    @Test
    void findsNothing_withoutAProblem_whereThereIsNothing() {
        environment.put("ZUORA_CLIENT_ID", "");

        assertThat(find(Optional.empty())).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void looksOn_whateverWasFoundBefore() {
        problems.add(Diagnostic.of(TargetCode.BAD_PROPERTY, "found before").severity(Severity.WARNING));
        environment.put("ZUORA_USERNAME", "user");
        environment.put("ZUORA_PASSWORD", "password");

        assertThat(find(Optional.empty()).orElseThrow().source()).contains("ZUORA_USERNAME");
        environment.put("ZUORA_BEARER_TOKEN", "tok");
        assertThat(find(Optional.empty()).orElseThrow().source()).contains("ZUORA_BEARER_TOKEN");
        assertThat(problems).hasSize(1);
    }

    @Test
    void saysWhereCredentialsGo_whenThereAreNone() {
        Diagnostic missing = Credentials.missing("zuora-prod", Optional.empty());

        assertThat(missing.message()).contains("ZUORA_CLIENT_ID and ZUORA_CLIENT_SECRET are not set");
        assertThat(missing.fix().orElseThrow())
                .contains("<id>zuora-prod</id>", "~/.m2/settings.xml", "-Daqua.environment=emulator");
    }

    @Test
    void namesTheVariablesOfTheKindThatWasAskedFor_whenThereAreNone() {
        Diagnostic missing = Credentials.missing("zuora", Optional.of(Authentication.BASIC));

        assertThat(missing.message())
                .contains("ZUORA_USERNAME and ZUORA_PASSWORD are not set")
                .doesNotContain("CLIENT");
    }

    private void server(String id, String username, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(username);
        server.setPassword(password);
        settings.addServer(server);
    }

    private Optional<Credentials.Found> find(Optional<Authentication> asked) {
        return new Credentials(settings, new ReversingDecrypter(), environment::get).find("zuora", asked, problems);
    }

    private Diagnostic onlyProblem() {
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    @Test
    void doubtsAClientThatIsNoneOfZuoras_andNeverShowsIt() {
        String id = "11e643f4-a3ee-8bad-b061-0025904c57d6";
        assertThat(doubt(id, "s".repeat(42))).isEmpty();

        assertThat(doubt(id.substring(1), "s".repeat(42)).orElseThrow().message())
                .isEqualTo("the client id of server \"zuora\" of settings.xml (oauth) is none of Zuora's");
        assertThat(doubt(id, "s".repeat(43)).orElseThrow())
                .satisfies(d -> assertThat(d.severity()).isEqualTo(Severity.WARNING))
                .satisfies(d -> assertThat(d.message())
                        .startsWith("the client secret of")
                        .doesNotContain("sss"));
    }

    @Test
    void doubtsNoUser() {
        server("zuora", "me", "password");

        assertThat(find(Optional.of(Authentication.BASIC)).orElseThrow().doubt())
                .isEmpty();
    }

    /** What is announced of credentials is what is found, whichever of them there are. */
    @Test
    void announces_whatIsFound() {
        List<Optional<Authentication>> choices = List.of(
                Optional.empty(),
                Optional.of(Authentication.OAUTH),
                Optional.of(Authentication.BASIC),
                Optional.of(Authentication.KEYS));
        for (int set = 0; set < 16; set++) {
            environment.clear();
            settings.getServers().clear();
            if ((set & 1) != 0) {
                server("zuora", "id", "secret");
            }
            if ((set & 2) != 0) {
                environment.put("ZUORA_CLIENT_ID", "id");
                environment.put("ZUORA_CLIENT_SECRET", "secret");
            }
            if ((set & 4) != 0) {
                environment.put("ZUORA_BEARER_TOKEN", "token");
            }
            if ((set & 8) != 0) {
                environment.put("ZUORA_USERNAME", "user");
                environment.put("ZUORA_PASSWORD", "password");
            }
            for (Optional<Authentication> asked : choices) {
                Identity announced = Credentials.announced(settings, environment::get, "zuora", asked);

                find(asked)
                        .ifPresent(found -> assertThat(announced)
                                .as("%s %s", environment.keySet(), asked)
                                .isEqualTo(identity(found.credential())));
            }
        }
        assertThat(Credentials.announced(settings, name -> null, "nobody", Optional.of(Authentication.KEYS)))
                .isEqualTo(Identity.KEY_PAIR);
    }

    private static Identity identity(Credential credential) {
        if (credential instanceof Credential.ClientCredentials) {
            return Identity.CLIENT_CREDENTIALS;
        }
        if (credential instanceof Credential.BearerToken) {
            return Identity.BEARER_TOKEN;
        }
        return credential instanceof Credential.KeyPair ? Identity.KEY_PAIR : Identity.USER_PASSWORD;
    }

    private Optional<Diagnostic> doubt(String id, String secret) {
        settings.getServers().clear();
        server("zuora", id, secret);
        return find(Optional.empty()).orElseThrow().doubt();
    }
}
