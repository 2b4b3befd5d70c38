package io.github.aquaspec.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * A server on plain sockets: its answers are bytes, and it may stop after any of them. For what no web server does:
 * answers cut off, trickling, contradicting themselves. Each connection is served by a thread of its own, and stays open
 * as long as the answers let it.
 */
public final class RawServer implements AutoCloseable {

    /** How a connection ends. */
    public enum End {
        /** In order: the other side reads an end. */
        FIN,
        /** With a reset: the other side gets an error. */
        RST
    }

    /**
     * What was asked.
     *
     * @param headers by lower-case name; several of one name are joined by commas
     */
    public record Request(String method, String path, Map<String, String> headers, String body) {

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }
    }

    /** What is done about a request. */
    @FunctionalInterface
    public interface Reply {

        void to(Connection connection) throws IOException;

        /** Bytes, after which the connection is open for the next request. */
        static Reply of(byte[] bytes) {
            return connection -> connection.send(bytes);
        }

        /** Bytes, and the end. */
        static Reply ending(byte[] bytes, End end) {
            return connection -> {
                connection.send(bytes);
                connection.end(end);
            };
        }

        /** The first bytes of an answer, and the end. */
        static Reply cut(byte[] bytes, int after, End end) {
            return ending(java.util.Arrays.copyOf(bytes, after), end);
        }

        /** Bytes, then nothing until the client goes away. */
        static Reply stalling(byte[] bytes) {
            return connection -> {
                connection.send(bytes);
                connection.awaitTheEnd();
            };
        }
    }

    /** Decides what is done about a request; {@code number} counts the requests, from 0. */
    @FunctionalInterface
    public interface Script {
        Reply reply(Request request, int number) throws IOException;

        /** How much of the request that begins now is read, at least 1: after so many bytes its connection is reset. */
        default int most() {
            return Integer.MAX_VALUE;
        }
    }

    /** What comes in, up to where it is cut; how early that is is decided when its first byte is there. */
    private final class CutRequest extends FilterInputStream {

        private final Socket socket;
        private int left = -1;

        CutRequest(Socket socket) throws IOException {
            super(socket.getInputStream());
            this.socket = socket;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            left = (left < 0 ? script.most() : left) - 1;
            requireMore();
            return b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, Math.min(length, left));
            left -= Math.max(0, read);
            requireMore();
            return read;
        }

        private void requireMore() throws IOException {
            if (left <= 0) {
                socket.setSoLinger(true, 0);
                throw new EOFException("cut");
            }
        }
    }

    /** One connection of a client, for a reply that does more than send bytes. */
    public static final class Connection {

        private final Socket socket;
        private boolean ended;

        private Connection(Socket socket) {
            this.socket = socket;
        }

        public void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        public void end(End end) throws IOException {
            ended = true;
            socket.setSoLinger(end == End.RST, 0);
            socket.close();
        }

        /** Waits until the client has closed its side, however it does. */
        public void awaitTheEnd() throws IOException {
            awaitTheEnd(() -> {});
        }

        /** Waits until the client has closed its side, and does something now and then. */
        public void awaitTheEnd(Runnable meanwhile) throws IOException {
            ended = true;
            socket.setSoTimeout(NOW_AND_THEN_MILLIS);
            try (socket) {
                boolean open = true;
                while (open) {
                    meanwhile.run();
                    try {
                        open = socket.getInputStream().read() >= 0;
                    } catch (SocketTimeoutException e) {
                        // still there
                    }
                }
            } catch (SocketException e) {
                // reset: gone as well
            }
        }
    }

    private static final int NOW_AND_THEN_MILLIS = 10;

    private final ServerSocket server;
    private final Script script;
    private final Thread acceptor;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    /** A server that says the same to every request. */
    public RawServer(Reply reply) throws IOException {
        this((request, number) -> reply);
    }

    public RawServer(Script script) throws IOException {
        this(script, ServerSocketFactory.getDefault());
    }

    /** A server whose sockets another factory makes, for TLS. */
    public RawServer(Script script, ServerSocketFactory sockets) throws IOException {
        this.script = script;
        this.server = sockets.createServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.acceptor = new Thread(this::accept, "raw-server-acceptor");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What was asked so far, in order. */
    public List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** How many connections were opened so far. */
    public int connections() {
        return connections.get();
    }

    /** When it returns, nobody listens any more: a thread that accepts keeps a closed port open until it wakes. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                connections.incrementAndGet();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // closed, or the client was gone before it was greeted
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            Connection connection = new Connection(socket);
            while (!connection.ended) {
                Request request = read(new CutRequest(socket));
                int number;
                synchronized (requests) {
                    number = requests.size();
                    requests.add(request);
                }
                script.reply(request, number).to(connection);
            }
        } catch (IOException e) {
            // the client went away, as clients do
        } finally {
            open.remove(socket);
        }
    }

    private static Request read(InputStream in) throws IOException {
        String[] first = line(in).split(" ", 3);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + "," + other);
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Request(first[0], first[1], headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
