package io.github.aquaspec.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for bearer tokens in files, and asks the server that issued them whether they open anything. */
public final class TokenSearch {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._~+/-]{20,}=*");
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final URI server;
    private final HttpClient client = HttpClient.newHttpClient();

    public TokenSearch(URI server) {
        this.server = server;
    }

    /** A token that the server issues now. */
    public String issued(String id, String secret) {
        String form = "grant_type=client_credentials&client_id=" + encoded(id) + "&client_secret=" + encoded(secret);
        String answer = send(HttpRequest.newBuilder(URI.create(server + "/oauth/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build())
                .body();
        Matcher token = ACCESS_TOKEN.matcher(answer);
        if (!token.find()) {
            throw new AssertionError("no token in " + answer);
        }
        return token.group(1);
    }

    /** Every word that could be a token, of the files below a folder that people and machines read of a build. */
    public Set<String> candidates(Path folder) {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(TokenSearch::isText).toList()) {
                Matcher word = WORD.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
                while (word.find()) {
                    words.add(word.group());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** Whether the server lets a bearer of this in. */
    public boolean opens(String token) {
        int status = send(HttpRequest.newBuilder(URI.create(server + "/v1/batch-query/jobs/none"))
                        .header("Authorization", "Bearer " + token)
                        .build())
                .statusCode();
        return status != 401;
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".log") || name.endsWith(".json") || name.endsWith(".xml") || name.endsWith(".txt");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
