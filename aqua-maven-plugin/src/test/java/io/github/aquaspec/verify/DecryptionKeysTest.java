package io.github.aquaspec.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.aquaspec.verify.UnusableKeyException.Problem;
import java.lang.reflect.Method;
import java.security.Security;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecryptionKeysTest {

    @Test
    void unlocksMainKeysAndSubKeys_armouredOrNot() {
        assertThat(Pgp.keys("key-rsa.asc").ids()).contains("3975395F2104F318");
        assertThat(Pgp.keys("key-rsa-subkey-only.gpg").ids()).containsExactly("3975395F2104F318");
        assertThat(Pgp.keys("key-curve.gpg").ids()).containsExactly("9AB0A5B4097A81A1");
    }

    @Test
    void fails_whenThePassphraseIsMissingOrWrong() {
        assertThat(problem("key-rsa.asc", null)).isEqualTo(Problem.PASSPHRASE_MISSING);
        assertThat(problem("key-rsa.asc", "correct hause")).isEqualTo(Problem.PASSPHRASE_WRONG);
    }

    @Test
    void asksForNoPassphrase_whenTheKeyIsNotLocked() throws Exception {
        byte[] curve = Pgp.bytes("key-curve.gpg");
        assertThat(DecryptionKeys.unlock(curve, Optional.empty()).ids()).hasSize(1);
        assertThat(DecryptionKeys.unlock(curve, Optional.of("unneeded".toCharArray()))
                        .ids())
                .hasSize(1);
    }

    @Test
    void fails_whenThereIsNoSecretKeyThatDecrypts() {
        assertThat(problem("key-public.asc", null)).isEqualTo(Problem.PUBLIC_ONLY);
        assertThat(problem("key-signer.gpg", null)).isEqualTo(Problem.CANNOT_DECRYPT);
        assertThat(problem("table.csv", null)).isEqualTo(Problem.NOT_A_KEY);
        assertThat(problem("rsa.gpg", null)).isEqualTo(Problem.NOT_A_KEY);
        assertThat(problem(new byte[0], null)).isEqualTo(Problem.NOT_A_KEY);
        assertThat(problem("-----BEGIN PGP PRIVATE KEY BLOCK-----\n".getBytes(UTF_8), null))
                .isEqualTo(Problem.NOT_A_KEY);
        byte[] curve = Pgp.bytes("key-curve.gpg");
        for (int length = 0; length < 200; length++) {
            assertThat(problem(Arrays.copyOf(curve, length), null))
                    .as("%s", length)
                    .isNotNull();
        }
    }

    @Test
    void hasNoText_andChangesNoProviderOfTheJvm() {
        int before = Security.getProviders().length;
        assertThat(Pgp.keys("key-other.gpg")).isNotNull();
        assertThat(DecryptionKeys.class.getDeclaredMethods())
                .extracting(Method::getName)
                .doesNotContain("toString");
        assertThat(Security.getProviders()).hasSize(before);
        assertThat(Security.getProvider("BC")).isNull();
    }

    private static Problem problem(String file, String passphrase) {
        return problem(Pgp.bytes(file), passphrase);
    }

    private static Problem problem(byte[] file, String passphrase) {
        return catchThrowableOfType(
                        UnusableKeyException.class,
                        () -> DecryptionKeys.unlock(
                                file, Optional.ofNullable(passphrase).map(String::toCharArray)))
                .problem();
    }
}
