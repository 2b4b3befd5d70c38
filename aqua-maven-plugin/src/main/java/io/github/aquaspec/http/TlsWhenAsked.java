package io.github.aquaspec.http;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/** HttpClient's own TLS, begun at the first host that is asked over it: to read the trust store takes time, and loopback needs none. */
final class TlsWhenAsked implements TlsSocketStrategy {

    private Optional<TlsSocketStrategy> begun = Optional.empty();

    @Override
    public SSLSocket upgrade(Socket socket, String host, int port, Object attachment, HttpContext context)
            throws IOException {
        return strategy().upgrade(socket, host, port, attachment, context);
    }

    private synchronized TlsSocketStrategy strategy() {
        if (begun.isEmpty()) {
            begun = Optional.of(DefaultClientTlsStrategy.createSystemDefault());
        }
        return begun.get();
    }
}
