package io.github.aquaspec.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.security.KeyManagementException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.ssl.SSLInitializationException;
import org.junit.jupiter.api.Test;

class TlsWhenAskedTest {

    private final AtomicInteger begun = new AtomicInteger();

    @Test
    void beginsOnce_andNotBeforeAHostIsAsked() throws Exception {
        TlsWhenAsked tls = new TlsWhenAsked(() -> {
            begun.incrementAndGet();
            return new Nothing();
        });
        assertThat(begun).hasValue(0);

        upgrade(tls);
        upgrade(tls);

        assertThat(begun).hasValue(1);
    }

    @Test
    void failsAsTlsDoes_whereTheTrustStoreCannotBeRead_eachTime() {
        TlsWhenAsked tls = new TlsWhenAsked(() -> {
            begun.incrementAndGet();
            throw new SSLInitializationException("Invalid keystore format", new KeyManagementException());
        });

        for (int i = 1; i <= 2; i++) {
            assertThatThrownBy(() -> upgrade(tls))
                    .isInstanceOf(SSLException.class)
                    .hasMessage("Java's own trust store or key store cannot be used: Invalid keystore format")
                    .satisfies(e -> assertThat(new NoConnectionException((IOException) e).isUntrusted())
                            .isTrue());
            assertThat(begun).hasValue(i);
        }
    }

    private static void upgrade(TlsWhenAsked tls) throws IOException {
        tls.upgrade(new Socket(), "example.com", 443, null, null);
    }

    private static final class Nothing implements TlsSocketStrategy {
        @Override
        public SSLSocket upgrade(Socket socket, String host, int port, Object attachment, HttpContext context) {
            return null;
        }
    }
}
