package io.github.aquaspec.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.Credentials;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.SystemDefaultCredentialsProvider;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Who we are to the proxy: the user that was named with it; where none was named, what Java's system properties say. No
 * other host that asks gets an answer.
 */
final class ProxyCredentials implements CredentialsProvider {

    private static final List<String> SCHEMES = List.of("https", "http");

    private final Optional<Proxy> named;
    private final CredentialsProvider system = new SystemDefaultCredentialsProvider();

    ProxyCredentials(Optional<Proxy> named) {
        this.named = named;
    }

    @Override
    public Credentials getCredentials(AuthScope scope, HttpContext context) {
        if (named.isPresent()) {
            Proxy proxy = named.get();
            boolean asks = proxy.host().equalsIgnoreCase(scope.getHost()) && proxy.port() == scope.getPort();
            return proxy.who().filter(who -> asks).map(ProxyCredentials::shown).orElse(null);
        }
        boolean proxy = SCHEMES.stream()
                .map(scheme -> System.getProperty(scheme + ".proxyHost"))
                .anyMatch(host -> host != null && host.equalsIgnoreCase(scope.getHost()));
        return proxy ? system.getCredentials(scope, context) : null;
    }

    private static Credentials shown(Proxy.User who) {
        return new UsernamePasswordCredentials(
                who.name(), who.password().reveal().toCharArray());
    }

    /** The passwords, alone and as they go over the wire. */
    List<Secret> secrets() {
        return Stream.concat(
                        named.flatMap(Proxy::who).stream()
                                .flatMap(who ->
                                        secrets(who.name(), who.password().reveal())),
                        SCHEMES.stream().flatMap(ProxyCredentials::secrets))
                .toList();
    }

    private static Stream<Secret> secrets(String scheme) {
        String password = System.getProperty(scheme + ".proxyPassword");
        return password == null ? Stream.empty() : secrets(System.getProperty(scheme + ".proxyUser"), password);
    }

    private static Stream<Secret> secrets(String user, String password) {
        String pair = user + ":" + password;
        return Stream.of(password, Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .map(Secret::of);
    }
}
