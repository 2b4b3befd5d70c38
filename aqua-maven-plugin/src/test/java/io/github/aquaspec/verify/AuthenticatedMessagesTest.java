package io.github.aquaspec.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.bouncycastle.bcpg.AEADAlgorithmTags;
import org.junit.jupiter.api.Test;

/** Messages encrypted with authentication, which the GnuPG of the other fixtures cannot write. */
class AuthenticatedMessagesTest {

    private static final byte[] TABLE = Pgp.bytes("long.csv");

    @Test
    void opens_anAuthenticatedMessage_andNoticesEachChangeAndCut() throws Exception {
        Decryption curve = Pgp.with("key-curve.gpg");
        byte[] served = PgpMessage.to("key-curve.gpg")
                .sealed(
                        how -> how.setWithAEAD(AEADAlgorithmTags.OCB, 10).setUseV5AEAD(),
                        inside -> PgpMessage.literal(inside, TABLE));

        assertThat(Attempt.at(curve, served).content()).isEqualTo(TABLE);
        for (int at = 160; at < served.length; at += 977) {
            byte[] changed = served.clone();
            changed[at] ^= 0x20;
            assertThat(Attempt.at(curve, changed).fails())
                    .as("byte %s", at)
                    .isEqualTo(new Fault.IntegrityCheckFailed());
        }
        for (int length = 0; length < served.length; length += 977) {
            assertThat(Attempt.at(curve, Arrays.copyOf(served, length)).fails().sentence())
                    .as("%s bytes", length)
                    .isNotBlank();
        }
        assertThat(Attempt.at(curve, Arrays.copyOf(served, served.length - 1)).fails())
                .isNotNull();
        assertThat(Attempt.at(curve, Wrapping.join(served, new byte[1])).fails())
                .isInstanceOf(Fault.TrailingBytes.class);
    }
}
