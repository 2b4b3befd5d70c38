package io.github.aquaspec.http;

import java.util.stream.Stream;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.Credentials;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.impl.auth.SystemDefaultCredentialsProvider;
import org.apache.hc.core5.http.protocol.HttpContext;

/** What Java's system properties say of the proxy's user. No other host that asks gets an answer. */
final class ProxyCredentials implements CredentialsProvider {

    private final CredentialsProvider system = new SystemDefaultCredentialsProvider();

    @Override
    public Credentials getCredentials(AuthScope scope, HttpContext context) {
        boolean proxy = Stream.of("https.proxyHost", "http.proxyHost")
                .map(System::getProperty)
                .anyMatch(host -> host != null && host.equalsIgnoreCase(scope.getHost()));
        return proxy ? system.getCredentials(scope, context) : null;
    }
}
