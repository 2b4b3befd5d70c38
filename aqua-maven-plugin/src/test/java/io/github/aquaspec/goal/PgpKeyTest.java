package io.github.aquaspec.goal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.verify.Pgp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgpKeyTest {

    @TempDir
    private Path folder;

    private final Settings settings = new Settings();
    private final Map<String, String> environment = new HashMap<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Redaction redaction = new Redaction();

    @BeforeEach
    void writeKeys() throws Exception {
        for (String key : List.of("key-rsa.asc", "key-curve.gpg", "key-public.asc", "table.csv")) {
            Files.write(folder.resolve(key), Pgp.bytes(key));
        }
    }

    @Test
    void takesTheKeyOfTheServer_andSaysWhichItIs() {
        server("pgp", "key-rsa.asc", Pgp.PASSPHRASE);
        environment.put("ZUORA_PGP_KEY_FILE", "key-curve.gpg");

        PgpKey.Found found = find("pgp").orElseThrow();

        assertThat(found.keys().ids()).contains("3975395F2104F318");
        assertThat(found.source())
                .startsWith("server \"pgp\" of settings.xml (")
                .contains("3975395F2104F318");
        assertThat(found.toString()).doesNotContain(Pgp.PASSPHRASE);
    }

    @Test
    void decryptsThePassphraseOfTheServer_andHidesItEverywhere() {
        server("pgp", folder.resolve("key-rsa.asc").toString(), "{" + reversed(Pgp.PASSPHRASE) + "}");

        assertThat(find("pgp")).isPresent();
        assertThat(redaction.apply("it is " + Pgp.PASSPHRASE)).isEqualTo("it is ••••");
    }

    @Test
    void saysWhatToDo_whenThePassphraseCannotBeDecrypted() {
        server("pgp", "key-rsa.asc", "{broken}");

        assertThat(find("pgp")).isEmpty();
        assertThat(problem()).isEqualTo("AQ505: the passphrase of server \"pgp\" cannot be decrypted");
    }

    @Test
    void fallsBackToTheEnvironment() {
        environment.put("ZUORA_PGP_KEY_FILE", "key-rsa.asc");
        environment.put("ZUORA_PGP_PASSPHRASE", Pgp.PASSPHRASE);

        assertThat(find(null).orElseThrow().source()).startsWith("environment variable ZUORA_PGP_KEY_FILE (");
        assertThat(problems).isEmpty();
    }

    @Test
    void warns_whenTheServerThatIsNamedIsPassedOver() {
        environment.put("ZUORA_PGP_KEY_FILE", "key-curve.gpg");

        assertThat(find("not in the settings")).isPresent();
        assertThat(problem())
                .isEqualTo(
                        "AQ523: settings.xml has no server \"not in the settings\", which aqua.pgp.serverId names; the"
                                + " key of ZUORA_PGP_KEY_FILE is used");
        assertThat(problems.get(0).isError()).isFalse();
    }

    @Test
    void asksForNoPassphrase_whenTheKeyIsNotLocked() {
        environment.put("ZUORA_PGP_KEY_FILE", "key-curve.gpg");

        assertThat(find(null).orElseThrow().keys().ids()).containsExactly("9AB0A5B4097A81A1");
    }

    @Test
    void fails_whenThereIsNoKey() {
        assertThat(find(null)).isEmpty();
        assertThat(problem())
                .isEqualTo("AQ521: a manifest asks for encrypted files, and there is no key to open them:"
                        + " aqua.pgp.serverId is not set, and ZUORA_PGP_KEY_FILE is not set");
        problems.clear();
        assertThat(find("keys")).isEmpty();
        assertThat(problem()).contains("settings.xml has no server \"keys\"");
    }

    @Test
    void fails_whenTheServerNamesNoFile() {
        server("pgp", " ", "x");

        assertThat(find("pgp")).isEmpty();
        assertThat(problem()).isEqualTo("AQ522: server \"pgp\" has no <privateKey>");
    }

    @Test
    void fails_beforeAnythingIsSent_whenTheKeyCannotBeUsed() {
        assertThat(withKey("absent.asc", null))
                .isEqualTo("AQ522: environment variable ZUORA_PGP_KEY_FILE names no key file that is there");
        assertThat(withKey("", null)).startsWith("AQ521");
        assertThat(withKey("nul\0", null)).endsWith("names no key file that is there");
        assertThat(withKey("key-rsa.asc", null)).endsWith("its key is locked with a passphrase");
        assertThat(withKey("key-rsa.asc", "hunter22")).endsWith("the passphrase does not unlock its key");
        assertThat(withKey("key-public.asc", null)).endsWith("it holds a public key, not the secret one");
        assertThat(withKey("table.csv", null)).endsWith("it is no OpenPGP key");
        assertThat(withKey(".", null)).startsWith("AQ522: cannot read the key file");
    }

    @Test
    void showsNothingOfAKey_thatStandsWhereItsPathShould() throws Exception {
        String key = new String(Pgp.bytes("key-rsa.asc"), US_ASCII);
        String armour =
                key.lines().filter(line -> line.length() > 60).findFirst().orElseThrow();
        List<String> keys = List.of(key, "-----BEGIN " + armour, armour + "\r\n" + armour);
        for (String text : keys) {
            assertThat(withKey(text, null)).endsWith("ZUORA_PGP_KEY_FILE holds a key, and not the path of one");
            assertThat(problems.toString()).doesNotContain(armour);
        }
        assertThat(withKey(armour.repeat(60), null)).endsWith("ZUORA_PGP_KEY_FILE names no key file that is there");
        assertThat(problems.toString()).doesNotContain(armour);
        assertThat(withKey("hunter22", "hunter22")).endsWith("names no key file that is there");

        problems.clear();
        server("pgp", key, null);
        assertThat(find("pgp")).isEmpty();
        assertThat(problem()).isEqualTo("AQ522: server \"pgp\" of settings.xml holds a key, and not the path of one");
        assertThat(problems.toString()).doesNotContain(armour);
    }

    private String withKey(String file, String passphrase) {
        problems.clear();
        environment.put("ZUORA_PGP_KEY_FILE", file);
        environment.put("ZUORA_PGP_PASSPHRASE", passphrase);
        assertThat(find(null)).isEmpty();
        assertThat(problems.toString()).doesNotContain("hunter22");
        return problem();
    }

    private String problem() {
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).fix()).isPresent();
        return problems.get(0).code().id() + ": " + problems.get(0).message();
    }

    private Optional<PgpKey.Found> find(String serverId) {
        return new PgpKey(settings, new ReversingDecrypter(), environment::get, folder, redaction)
                .find(Optional.ofNullable(serverId), problems);
    }

    private void server(String id, String privateKey, String passphrase) {
        Server server = new Server();
        server.setId(id);
        server.setPrivateKey(privateKey);
        server.setPassphrase(passphrase);
        settings.addServer(server);
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
