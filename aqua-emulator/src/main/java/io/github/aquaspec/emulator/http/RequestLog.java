package io.github.aquaspec.emulator.http;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What came in, for tests that ask the server what it saw. The oldest go when there are too many. Safe for threads. */
public final class RequestLog {

    private static final int CAPACITY = 10_000;
    private static final String HIDDEN = "••••";
    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "apisecretaccesskey", "apiaccesskeyid", "cookie");
    private static final Pattern SECRET_FORM_FIELD = Pattern.compile("(client_secret=)[^&]*");

    private final Clock clock;
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private long count;

    public RequestLog(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(Request request, int status) {
        if (requests.size() == CAPACITY) {
            requests.removeFirst();
        }
        count++;
        requests.addLast(new RecordedRequest(
                count,
                clock.instant(),
                request.method(),
                request.path(),
                withoutSecrets(request.headers()),
                SECRET_FORM_FIELD.matcher(request.text()).replaceAll("$1" + HIDDEN),
                status));
    }

    /** All requests since the start or the last {@link #clear}, oldest first. */
    public synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    public synchronized void clear() {
        requests.clear();
    }

    private static Map<String, List<String>> withoutSecrets(Map<String, List<String>> headers) {
        Map<String, List<String>> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> shown.put(
                name,
                SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT))
                        ? values.stream().map(RequestLog::hidden).toList()
                        : List.copyOf(values)));
        return shown;
    }

    /** Keeps the scheme, which is no secret. */
    private static String hidden(String value) {
        int blank = value.indexOf(' ');
        return blank < 0 ? HIDDEN : value.substring(0, blank + 1) + HIDDEN;
    }
}
