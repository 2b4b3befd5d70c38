package io.github.aquaspec.run;

import io.github.aquaspec.http.Framing;
import io.github.aquaspec.http.RawServer;
import io.github.aquaspec.http.RawServer.End;
import io.github.aquaspec.http.RawServer.Reply;
import io.github.aquaspec.http.RawServer.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A server that makes a job for each new Idempotency-Key, and gives the same one for the same key. Its answers are known
 * to the byte, and some are cut.
 */
final class OneJobServer implements AutoCloseable {

    /** What a run asks for. */
    enum Asked {
        TOKEN,
        SUBMIT,
        POLL,
        FILE;

        static Asked of(Request request) {
            if (request.path().startsWith("/oauth")) {
                return TOKEN;
            }
            return request.path().startsWith("/v1/file")
                    ? FILE
                    : request.method().equals("POST") ? SUBMIT : POLL;
        }
    }

    static final String CSV = "Product.Id,Product.Name\n1,one\n2,\"two, or\nmore\"\n3,three\n";

    private static final String ID = "%032x";

    private final RawServer server;
    private final String format;
    private final Framing framing;
    private final Map<String, String> jobs = new LinkedHashMap<>();
    private int made;
    private Asked kind = Asked.TOKEN;
    private int at;
    private End end = End.FIN;
    private boolean always;
    private boolean cutting;
    private int cuts;

    OneJobServer(String format, Framing framing) throws IOException {
        this.format = format;
        this.framing = framing;
        this.server = new RawServer((request, number) -> reply(request));
    }

    URI url() {
        return server.url();
    }

    /** Whether a file that is cut looks like a whole one that is shorter: its end is the end of the connection. */
    boolean hidesTheCutOf(Asked what, End how) {
        return what == Asked.FILE && framing == Framing.CLOSE && how == End.FIN;
    }

    /** How long the whole answer is. */
    synchronized int length(Asked what) {
        return answer(what, ID.formatted(0)).length;
    }

    /** Cuts the next answer of this kind, or each. */
    synchronized void cut(Asked what, int after, End how, boolean eachTime) {
        kind = what;
        at = after;
        end = how;
        always = eachTime;
        cutting = true;
        cuts = 0;
    }

    /** Cuts nothing any more. */
    synchronized void whole() {
        cutting = false;
    }

    /** There never was a job. */
    synchronized void forget() {
        jobs.clear();
    }

    synchronized List<String> jobs() {
        return List.copyOf(jobs.values());
    }

    synchronized int cuts() {
        return cuts;
    }

    private synchronized Reply reply(Request request) {
        Asked asked = Asked.of(request);
        String path = request.path();
        String job = asked == Asked.SUBMIT
                ? jobs.computeIfAbsent(request.header("Idempotency-Key"), key -> ID.formatted(++made))
                : path.substring(path.lastIndexOf('/') + 1);
        byte[] answer = answer(asked, job);
        if (cutting && asked == kind) {
            cuts++;
            cutting = always;
            return Reply.cut(answer, at, end);
        }
        return framing == Framing.CLOSE ? Reply.ending(answer, End.FIN) : Reply.of(answer);
    }

    private byte[] answer(Asked asked, String job) {
        List<String> headers = List.of(
                "Content-Type: " + (asked == Asked.FILE ? "text/csv" : "application/json"),
                "Date: Sun, 22 Nov 2026 02:00:00 GMT");
        return framing.answer(
                200,
                headers,
                switch (asked) {
                    case TOKEN -> text("{\"access_token\":\"a-token\",\"expires_in\":3599}");
                    case SUBMIT -> job(job, "submitted", "\"recordCount\":0");
                    case POLL -> job(job, "completed", "\"recordCount\":3,\"fileId\":\"f1\"");
                    case FILE -> file();
                });
    }

    private byte[] job(String id, String status, String more) {
        return text("""
                {"id":"%s","status":"%s","version":"1.0","format":"%s","startTime":"2026-11-22T02:00:03+0000",\
                "batches":[{"name":"Product","query":"select Id, Name from Product","status":"%s",\
                "batchType":"zoqlexport","apiVersion":"145.0","full":true,%s}]}""".formatted(id, status, format, status, more));
    }

    private byte[] file() {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(text(CSV));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return format.equals("gzip") ? zipped.toByteArray() : text(CSV);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
