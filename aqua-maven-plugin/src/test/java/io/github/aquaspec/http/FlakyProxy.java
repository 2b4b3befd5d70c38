package io.github.aquaspec.http;

import io.github.aquaspec.http.RawServer.End;
import io.github.aquaspec.http.RawServer.Reply;
import io.github.aquaspec.http.RawServer.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between a client and a server, and does to what passes what networks, gateways and disks on the way do. What it
 * does is drawn from a seed. Answers are dated by a clock of the test's, and come in a framing that is drawn as well. It
 * keeps account of which jobs the server made under which key.
 */
public final class FlakyProxy implements RawServer.Script, AutoCloseable {

    /** What happens to a request or its answer. */
    public enum Fault {
        REQUEST_CUT,
        ANSWER_CUT_FIN,
        ANSWER_CUT_RST,
        STALL,
        THROTTLED,
        UNAVAILABLE,
        BROKEN_500,
        BAD_GATEWAY_AFTER,
        GATEWAY_TIMEOUT,
        LOGIN_PAGE,
        UNAUTHORIZED,
        ANSWER_LOST,
        SENT_TWICE,
        ANSWERED_TWICE,
        FILE_BYTE_FLIPPED,
        FILE_CUT_SHORT
    }

    /** An answer of the server's. */
    public static final class Passing {

        private final int status;
        private final List<String> headers;
        private final byte[] body;

        public Passing(int status, List<String> headers, byte[] body) {
            this.status = status;
            this.headers = List.copyOf(headers);
            this.body = body.clone();
        }

        public int status() {
            return status;
        }

        public List<String> headers() {
            return headers;
        }

        public byte[] body() {
            return body.clone();
        }
    }

    /** What is done to every answer, for a client that is to be fooled. */
    @FunctionalInterface
    public interface Deceit {
        Passing of(Request request, Passing answer) throws IOException;
    }

    private static final List<Fault> FAULTS = List.of(Fault.values());
    private static final List<Framing> FRAMINGS = List.of(Framing.values());
    private static final Pattern JOB = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f]{32})\"");
    private static final String LOGIN = "<!DOCTYPE html><html><body>Please log in</body></html>";
    private static final int LONGEST_CUT_REQUEST = 700;

    private final RawServer server;
    private final URI behind;
    private final Clock clock;
    private final Map<String, Set<String>> jobsByKey = Collections.synchronizedMap(new TreeMap<>());
    private final Map<Fault, Integer> done = Collections.synchronizedMap(new TreeMap<>());
    private Random random = new Random(0);
    private double rate;
    private boolean soundFiles = true;
    private Deceit deceit = (request, answer) -> answer;

    /**
     * A proxy that passes everything on.
     *
     * @param clock dates the answers
     */
    public FlakyProxy(URI behind, Clock clock) throws IOException {
        this.behind = behind;
        this.clock = clock;
        this.server = new RawServer(this);
    }

    public URI url() {
        return server.url();
    }

    /**
     * Draws faults from now on.
     *
     * @param share of the requests that something happens to
     */
    public synchronized void trouble(long seed, double share) {
        random = new Random(seed);
        rate = share;
    }

    /** Whether files have no checksum of their own, so that nobody could notice a byte that is another. */
    public synchronized void plainFiles(boolean plain) {
        soundFiles = !plain;
    }

    /** Does this to every answer. */
    public synchronized void deceive(Deceit how) {
        deceit = how;
    }

    /** The jobs that the server made, by Idempotency-Key. */
    public Map<String, Set<String>> jobsByKey() {
        synchronized (jobsByKey) {
            return new TreeMap<>(jobsByKey);
        }
    }

    /** Forgets which jobs there were. */
    public void forgetJobs() {
        jobsByKey.clear();
    }

    /** What happened so far, and how often. */
    public Map<Fault, Integer> done() {
        synchronized (done) {
            return new TreeMap<>(done);
        }
    }

    @Override
    public synchronized int most() {
        if (random.nextDouble() >= rate / FAULTS.size()) {
            return Integer.MAX_VALUE;
        }
        count(Fault.REQUEST_CUT);
        return 1 + random.nextInt(LONGEST_CUT_REQUEST);
    }

    @Override
    public synchronized Reply reply(Request request, int number) throws IOException {
        Framing framing = FRAMINGS.get(random.nextInt(FRAMINGS.size()));
        if (random.nextDouble() >= rate) {
            return sent(framing, passed(request));
        }
        Fault fault = drawn(request);
        count(fault);
        return switch (fault) {
            case ANSWER_CUT_FIN, ANSWER_CUT_RST -> {
                byte[] answer = bytes(framing, passed(request));
                End end = fault == Fault.ANSWER_CUT_FIN ? End.FIN : End.RST;
                yield Reply.cut(answer, random.nextInt(answer.length), end);
            }
            case STALL -> {
                byte[] answer = bytes(framing, passed(request));
                yield Reply.stalling(Arrays.copyOf(answer, random.nextInt(answer.length)));
            }
            case THROTTLED -> sent(framing, own(429, "busy", random.nextBoolean() ? "Retry-After: 2" : "X-Busy: 1"));
            case UNAVAILABLE -> sent(framing, own(503, "down", random.nextBoolean() ? "Retry-After: 30" : "X-Down: 1"));
            case BROKEN_500 -> sent(framing, own(500, "sorry", "X-Sorry: 1"));
            case BAD_GATEWAY_AFTER -> {
                passed(request);
                yield sent(framing, own(502, "bad gateway", "X-Gateway: 1"));
            }
            case GATEWAY_TIMEOUT -> sent(framing, own(504, "timeout", "X-Gateway: 1"));
            case LOGIN_PAGE -> sent(framing, own(200, LOGIN, "X-Portal: 1"));
            case UNAUTHORIZED -> sent(framing, own(401, "{}", "WWW-Authenticate: Bearer"));
            case ANSWER_LOST -> {
                passed(request);
                yield Reply.ending(new byte[0], random.nextBoolean() ? End.FIN : End.RST);
            }
            case SENT_TWICE -> {
                passed(request);
                yield sent(framing, passed(request));
            }
            case ANSWERED_TWICE -> {
                byte[] answer = bytes(Framing.LENGTH, passed(request));
                byte[] twice = Arrays.copyOf(answer, answer.length * 2);
                System.arraycopy(answer, 0, twice, answer.length, answer.length);
                yield Reply.of(twice);
            }
            case FILE_BYTE_FLIPPED -> {
                Passing file = passed(request);
                byte[] body = file.body().clone();
                if (body.length > 0) {
                    body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
                }
                yield sent(framing, new Passing(file.status(), file.headers(), body));
            }
            case FILE_CUT_SHORT -> {
                Passing file = passed(request);
                byte[] body = Arrays.copyOf(file.body(), random.nextInt(file.body().length + 1));
                yield sent(framing, new Passing(file.status(), file.headers(), body));
            }
            case REQUEST_CUT -> throw new IllegalStateException("its time is over");
        };
    }

    /** What can happen to a request; what a client cannot notice, by nature, does not. */
    private Fault drawn(Request request) {
        boolean file = request.path().startsWith("/v1/file");
        while (true) {
            Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
            if (file && random.nextBoolean()) {
                fault = random.nextBoolean() ? Fault.FILE_BYTE_FLIPPED : Fault.FILE_CUT_SHORT;
            }
            boolean fits = switch (fault) {
                case REQUEST_CUT -> false;
                case FILE_BYTE_FLIPPED -> file && soundFiles;
                case FILE_CUT_SHORT -> file;
                case STALL -> random.nextInt(8) == 0; // each takes a while
                default -> true;
            };
            if (fits) {
                return fault;
            }
        }
    }

    private void count(Fault fault) {
        done.merge(fault, 1, Integer::sum);
    }

    private Passing own(int status, String text, String header) {
        String type = status == 200 ? "text/html" : "text/plain";
        return new Passing(
                status, List.of("Content-Type: " + type, header, date()), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply sent(Framing framing, Passing answer) {
        byte[] bytes = bytes(framing, answer);
        return framing == Framing.CLOSE ? Reply.ending(bytes, End.FIN) : Reply.of(bytes);
    }

    private static byte[] bytes(Framing framing, Passing answer) {
        return framing.answer(answer.status(), answer.headers(), answer.body());
    }

    private String date() {
        return "Date: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private Passing passed(Request request) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) behind.resolve(request.path()).toURL().openConnection();
        connection.setRequestMethod(request.method());
        request.headers().forEach((name, value) -> {
            if (!Set.of("host", "connection", "content-length").contains(name)) {
                connection.setRequestProperty(name, value);
            }
        });
        if (!request.body().isEmpty()) {
            connection.setDoOutput(true);
            connection.getOutputStream().write(request.body().getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        List<String> headers = new ArrayList<>(List.of(date()));
        connection.getHeaderFields().forEach((name, values) -> {
            if (name != null
                    && !Set.of("date", "connection", "content-length", "transfer-encoding")
                            .contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> headers.add(name + ": " + value));
            }
        });
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] body = in == null ? new byte[0] : in.readAllBytes();
            note(request, body);
            return deceit.of(request, new Passing(status, headers, body));
        }
    }

    private void note(Request request, byte[] body) {
        if (request.method().equals("POST") && request.path().startsWith("/v1/batch-query")) {
            Matcher job = JOB.matcher(new String(body, StandardCharsets.UTF_8));
            if (job.find()) {
                jobsByKey
                        .computeIfAbsent(request.header("Idempotency-Key"), key -> new TreeSet<>())
                        .add(job.group(1));
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
