package io.github.aquaspec.emulator.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** gzip on the way: of answers where a client asks for it, of requests where it says so (Zuora developer reference). */
final class TransportGzip {

    private static final int WORTHWHILE = 1000;
    private static final Set<String> TYPES =
            Set.of("application/json", "application/xml", "text/html", "text/csv", "text/plain");

    private TransportGzip() {}

    /** The answer as it goes out. */
    static Response encoded(Request request, Response response) {
        Body body = response.body();
        boolean large = body.length() == Body.UNKNOWN || body.length() > WORTHWHILE;
        if (!large || !isAsked(request) || !TYPES.contains(type(response))) {
            return response;
        }
        return response.with("Content-Encoding", "gzip")
                .with("Vary", "Accept-Encoding")
                .withBody(body.changed(Body.UNKNOWN, out -> {
                    GZIPOutputStream gzip = new GZIPOutputStream(out);
                    body.content().writeTo(gzip);
                    gzip.finish();
                }));
    }

    /**
     * The body of a request, out of its encoding.
     *
     * @param limit how many bytes it may have at most
     * @return empty where it is longer, or not what its header says
     */
    static Optional<byte[]> decoded(Optional<String> encoding, byte[] body, int limit) {
        String word = encoding.orElse("identity").strip().toLowerCase(Locale.ROOT);
        if (word.equals("identity")) {
            return Optional.of(body);
        }
        if (!word.equals("gzip")) {
            return Optional.empty();
        }
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = gzip.readNBytes(limit + 1);
            return plain.length > limit ? Optional.empty() : Optional.of(plain);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isAsked(Request request) {
        return request.header("Accept-Encoding").stream()
                .flatMap(header -> Arrays.stream(header.toLowerCase(Locale.ROOT).split(",", -1)))
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding ->
                        coding.equals("gzip") || coding.startsWith("gzip;") && !coding.matches("gzip;q=0(\\.0*)?"));
    }

    private static String type(Response response) {
        String type = response.headers().getOrDefault("Content-Type", "");
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }
}
