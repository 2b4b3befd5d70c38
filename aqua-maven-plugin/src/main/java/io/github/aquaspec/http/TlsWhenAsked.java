package io.github.aquaspec.http;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.ssl.SSLInitializationException;

/**
 * HttpClient's own TLS, begun at the first host that is asked over it: to read the trust store takes time, and loopback
 * needs none. A trust store that cannot be read trusts nobody.
 */
final class TlsWhenAsked implements TlsSocketStrategy {

    private final Supplier<TlsSocketStrategy> beginning;
    private Optional<TlsSocketStrategy> begun = Optional.empty();

    TlsWhenAsked() {
        this(DefaultClientTlsStrategy::createSystemDefault);
    }

    TlsWhenAsked(Supplier<TlsSocketStrategy> beginning) {
        this.beginning = beginning;
    }

    @Override
    public SSLSocket upgrade(Socket socket, String host, int port, Object attachment, HttpContext context)
            throws IOException {
        return strategy().upgrade(socket, host, port, attachment, context);
    }

    private synchronized TlsSocketStrategy strategy() throws SSLException {
        if (begun.isEmpty()) {
            try {
                begun = Optional.of(beginning.get());
            } catch (SSLInitializationException e) {
                throw new SSLException("Java's own trust store or key store cannot be used: " + e.getMessage(), e);
            }
        }
        return begun.get();
    }
}
