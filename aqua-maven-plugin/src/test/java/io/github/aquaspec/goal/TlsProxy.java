package io.github.aquaspec.goal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A proxy that lets one user through, and the tenant behind it: whatever host is asked for, the certificate is that of the
 * key store, and the answers are those of a server without TLS.
 */
public final class TlsProxy implements AutoCloseable {

    private final URI behind;
    private final String user;
    private final SSLContext tls;
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** @param user name and password, a colon between */
    public TlsProxy(URI behind, String user, Path keyStore, String password)
            throws IOException, GeneralSecurityException {
        this.behind = behind;
        this.user = Base64.getEncoder().encodeToString(user.getBytes(ISO_8859_1));
        this.tls = tls(keyStore, password.toCharArray());
        threads.execute(this::accept);
    }

    private static SSLContext tls(Path keyStore, char[] password) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Each request line, the answer's status before it. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            while (!head.contains("Proxy-Authorization: Basic " + user + "\r\n")) {
                asked.add("407 " + head.lines().findFirst().orElse(""));
                say(client, "407 Who\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0");
                head = head(client.getInputStream());
            }
            asked.add("200 " + head.lines().findFirst().orElse(""));
            say(client, "200 Through");
            try (SSLSocket open =
                            (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
                    Socket server = new Socket(behind.getHost(), behind.getPort())) {
                open.setUseClientMode(false);
                threads.execute(() -> pass(server, open));
                pass(open, server);
            }
        } catch (IOException | UncheckedIOException e) {
            // the client has gone, or does not trust us
        }
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + answer + "\r\n\r\n").getBytes(ISO_8859_1));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("gone");
            }
            head.append((char) b);
        }
        return head.toString();
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // one of both has gone
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
