package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.job.Callout;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Calls {@code notifyUrl} with a GET, on this machine only: an emulator must not tell other machines of jobs that never
 * were. What goes elsewhere is noted, and not called. Safe for threads.
 */
public final class NotifyCallout implements Callout {

    /**
     * One call.
     *
     * @param url with all placeholders replaced, without user and password
     * @param outcome the status of the answer, or why there was none
     */
    public record Call(String url, String outcome) {}

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private static final Pattern USER_INFO = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)[^/?#]*@");

    private final List<Call> calls = new ArrayList<>();
    /** Made with the first call: it has threads, and most emulators call nobody. */
    private HttpClient http;

    @Override
    public void call(String url) {
        Call call = new Call(USER_INFO.matcher(url).replaceFirst("$1"), outcome(url));
        synchronized (calls) {
            calls.add(call);
        }
    }

    /** What was called so far, oldest first. */
    public List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** Forgets the calls made so far. */
    public void clear() {
        synchronized (calls) {
            calls.clear();
        }
    }

    private synchronized HttpClient http() {
        if (http == null) {
            http = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(Redirect.NEVER)
                    .build();
        }
        return http;
    }

    private String outcome(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() == null
                    || !LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches()) {
                return "not called: the emulator calls this machine only";
            }
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(PATIENCE).GET().build();
            return String.valueOf(
                    http().send(request, BodyHandlers.discarding()).statusCode());
        } catch (IllegalArgumentException e) {
            return "not called: this is no http address";
        } catch (IOException e) {
            return "no answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "no answer";
        }
    }
}
