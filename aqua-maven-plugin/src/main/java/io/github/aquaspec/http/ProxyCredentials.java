package io.github.aquaspec.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.Credentials;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.impl.auth.SystemDefaultCredentialsProvider;
import org.apache.hc.core5.http.protocol.HttpContext;

/** What Java's system properties say of the proxy's user. No other host that asks gets an answer. */
final class ProxyCredentials implements CredentialsProvider {

    private static final List<String> SCHEMES = List.of("https", "http");

    private final CredentialsProvider system = new SystemDefaultCredentialsProvider();

    @Override
    public Credentials getCredentials(AuthScope scope, HttpContext context) {
        boolean proxy = SCHEMES.stream()
                .map(scheme -> System.getProperty(scheme + ".proxyHost"))
                .anyMatch(host -> host != null && host.equalsIgnoreCase(scope.getHost()));
        return proxy ? system.getCredentials(scope, context) : null;
    }

    /** The passwords, alone and as they go over the wire. */
    static List<Secret> secrets() {
        return SCHEMES.stream().flatMap(ProxyCredentials::secrets).toList();
    }

    private static Stream<Secret> secrets(String scheme) {
        String password = System.getProperty(scheme + ".proxyPassword");
        if (password == null) {
            return Stream.empty();
        }
        String pair = System.getProperty(scheme + ".proxyUser") + ":" + password;
        return Stream.of(password, Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .map(Secret::of);
    }
}
