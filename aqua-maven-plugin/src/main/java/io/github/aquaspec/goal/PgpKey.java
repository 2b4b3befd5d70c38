package io.github.aquaspec.goal;

import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.Encryption;
import io.github.aquaspec.verify.DecryptionKeys;
import io.github.aquaspec.verify.UnusableKeyException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * Finds the key that opens encrypted files: a server of settings.xml, else environment variables. It is unlocked before
 * anything is submitted.
 *
 * @param base the folder that relative paths start from
 * @param redaction learns the passphrase
 */
record PgpKey(
        Settings settings,
        SettingsDecrypter decrypter,
        UnaryOperator<String> environment,
        Path base,
        Redaction redaction) {

    private static final String FILE = "ZUORA_PGP_KEY_FILE";
    private static final String PASSPHRASE = "ZUORA_PGP_PASSPHRASE";
    /** Key rings have a few kilobytes; whoever names a data file by mistake need not wait for it. */
    private static final int LONGEST = 1 << 20;

    /**
     * Unlocked keys and where they are from.
     *
     * @param source for the log; never a value
     */
    record Found(DecryptionKeys keys, String source) {}

    /**
     * What a place says about a key.
     *
     * @param source the place, for the log
     */
    private record Named(String file, Optional<Secret> passphrase, String source) {}

    /** Whether a manifest asks for encrypted files. */
    static boolean isNeeded(ManifestSet set) {
        return set.manifests().stream().anyMatch(PgpKey::isNeeded);
    }

    /** Whether this manifest does. */
    static boolean isNeeded(Manifest manifest) {
        return manifest.loaded()
                .value()
                .filter(spec -> spec.results().effectiveEncryption() == Encryption.PGP)
                .isPresent();
    }

    /** Whether a build names a key, wanted or not. */
    static boolean isNamed(String serverId, UnaryOperator<String> environment) {
        return (serverId != null && !serverId.isBlank())
                || text(environment.apply(FILE)).isPresent();
    }

    /** The key of this build; empty with a problem when there is none, or it cannot be used. */
    Optional<Found> find(Optional<String> serverId, List<Diagnostic> problems) {
        Server server = serverId.map(settings::getServer).orElse(null);
        Optional<Named> named;
        if (server != null) {
            named = ofServer(server, problems);
        } else {
            named = ofEnvironment();
            if (named.isEmpty()) {
                problems.add(missing(serverId));
            } else {
                serverId.map(PgpKey::passedOver).ifPresent(problems::add);
            }
        }
        return named.flatMap(n -> unlocked(n, problems));
    }

    private static Diagnostic missing(Optional<String> serverId) {
        return Diagnostic.of(
                        TargetCode.NO_PGP_KEY,
                        "a manifest asks for encrypted files, and there is no key to open them: "
                                + serverId.map(id -> "settings.xml has no server \"" + id + "\"")
                                        .orElse("aqua.pgp.serverId is not set")
                                + ", and " + FILE + " is not set")
                .fix("add to ~/.m2/settings.xml: <servers><server><id>" + serverId.orElse("zuora-pgp")
                        + "</id><privateKey>path of the secret key ring</privateKey><passphrase>its passphrase"
                        + "</passphrase></server></servers>, and name it: -Daqua.pgp.serverId="
                        + serverId.orElse("zuora-pgp") + "; or set " + FILE + " and " + PASSPHRASE);
    }

    private static Diagnostic passedOver(String serverId) {
        return Diagnostic.of(
                        TargetCode.NO_PGP_SERVER,
                        "settings.xml has no server \"" + serverId + "\", which aqua.pgp.serverId names; the key of "
                                + FILE + " is used")
                .fix("add the server to ~/.m2/settings.xml, or leave out aqua.pgp.serverId");
    }

    private Optional<Named> ofServer(Server server, List<Diagnostic> problems) {
        String source = "server \"" + server.getId() + "\" of settings.xml";
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                problems.add(Diagnostic.of(
                                TargetCode.UNREADABLE_CREDENTIALS,
                                "the passphrase of server \"" + server.getId() + "\" cannot be decrypted")
                        .fix("encrypt it again with mvn --encrypt-password, and check ~/.m2/settings-security.xml"));
                return Optional.empty();
            }
        }
        Optional<String> file = text(result.getServer().getPrivateKey());
        if (file.isEmpty()) {
            problems.add(
                    Diagnostic.of(TargetCode.UNUSABLE_PGP_KEY, "server \"" + server.getId() + "\" has no <privateKey>")
                            .fix("privateKey is the path of a secret key ring, passphrase what unlocks it"));
            return Optional.empty();
        }
        return Optional.of(new Named(file.get(), secret(result.getServer().getPassphrase()), source));
    }

    private Optional<Named> ofEnvironment() {
        return text(environment.apply(FILE))
                .map(file -> new Named(file, secret(environment.apply(PASSPHRASE)), "environment variable " + FILE));
    }

    private Optional<Found> unlocked(Named named, List<Diagnostic> problems) {
        named.passphrase().ifPresent(redaction::add);
        if (isKey(named.file())) {
            problems.add(Diagnostic.of(
                            TargetCode.UNUSABLE_PGP_KEY, named.source() + " holds a key, and not the path of one")
                    .fix("write the key into a file that this user alone can read, and name that file; a CI variable of"
                            + " the type file does both"));
            return Optional.empty();
        }
        Optional<Path> file = file(named.file());
        if (file.isEmpty()) {
            problems.add(Diagnostic.of(TargetCode.UNUSABLE_PGP_KEY, named.source() + " names no key file that is there")
                    .fix("check the path; it is not shown here, for what names no file may be a key or a passphrase"));
            return Optional.empty();
        }
        try {
            DecryptionKeys keys = DecryptionKeys.unlock(
                    bytes(file.get()),
                    named.passphrase().map(secret -> secret.reveal().toCharArray()));
            return Optional.of(new Found(keys, named.source() + " (" + String.join(", ", keys.ids()) + ")"));
        } catch (IOException e) {
            problems.add(
                    Diagnostic.of(
                                    TargetCode.UNUSABLE_PGP_KEY,
                                    "cannot read the key file " + named.file() + " of " + named.source())
                            .fix(
                                    "check the path, and give this user read access; gpg --export-secret-keys writes such a file"));
        } catch (UnusableKeyException e) {
            problems.add(Diagnostic.of(
                            TargetCode.UNUSABLE_PGP_KEY,
                            "cannot use the key file " + named.file() + " of " + named.source() + ": "
                                    + e.problem().sentence())
                    .fix(fix(e.problem())));
        }
        return Optional.empty();
    }

    private static boolean isKey(String text) {
        return text.contains("-----BEGIN") || text.lines().count() > 1;
    }

    /** Empty where there is no such file. */
    private Optional<Path> file(String name) {
        try {
            return Optional.of(base.resolve(name)).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST);
        }
    }

    private static String fix(UnusableKeyException.Problem problem) {
        return switch (problem) {
            case NOT_A_KEY, PUBLIC_ONLY, CANNOT_DECRYPT ->
                "write the secret key that Zuora encrypts for into a file: gpg --export-secret-keys KEY > FILE";
            case PASSPHRASE_MISSING -> "add <passphrase> to the server, or set " + PASSPHRASE;
            case PASSPHRASE_WRONG -> "correct <passphrase> of the server, or " + PASSPHRASE;
        };
    }

    private static Optional<Secret> secret(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty()).map(Secret::of);
    }

    private static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
