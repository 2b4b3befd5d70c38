package io.github.aquaspec.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one request and hands back one answer. Redirects are not followed, nothing is sent twice, no body is decoded, no
 * cookie is kept, no question for credentials answered: what we say stays with the host it is for, and bytes stay as they
 * were served.
 */
public final class Transport implements AutoCloseable {

    /** As many requests as Zuora takes at once (Zuora developer reference, Rate and concurrency limits). */
    public static final int CONNECTIONS = 40;

    /** Zuora's headers take a few hundred bytes; its tokens are the longest. */
    private static final int LONGEST_HEADER_LINE = 16 << 10;

    private static final int MOST_HEADERS = 200;
    /** Set in the context of a request once it has a connection to go out on. */
    private static final String CONNECTED = "aqua.connected";

    private final TransportLimits limits;
    private final Ticker ticker;
    private final Watchdog watchdog;
    private final ProxyCredentials proxyCredentials;
    private final CloseableHttpClient client;

    /**
     * Opens a pool of connections, through the proxy that Java's system properties name, if any.
     *
     * @param userAgent what the server sees in its log
     * @param limits how long to wait for what
     */
    public Transport(String userAgent, TransportLimits limits) {
        this(userAgent, limits, Optional.empty());
    }

    /** Opens a pool of connections through this proxy; where there is none, as Java's system properties say. */
    public Transport(String userAgent, TransportLimits limits, Optional<Proxy> proxy) {
        this(userAgent, limits, proxy, Ticker.SYSTEM);
    }

    /** Opens a pool of connections whose exchanges are timed by this ticker. */
    public Transport(String userAgent, TransportLimits limits, Ticker ticker) {
        this(userAgent, limits, Optional.empty(), ticker);
    }

    private Transport(String userAgent, TransportLimits limits, Optional<Proxy> proxy, Ticker ticker) {
        this.limits = limits;
        this.ticker = ticker;
        this.watchdog = new Watchdog(limits);
        this.proxyCredentials = new ProxyCredentials(proxy);
        this.client = HttpClients.custom()
                .useSystemProperties()
                .setConnectionManager(connections(limits))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(limits.idle()))
                        .build())
                .setUserAgent(userAgent)
                .setProxy(proxy.map(p -> new HttpHost(p.host(), p.port())).orElse(null))
                .setDefaultCredentialsProvider(proxyCredentials)
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), CONNECTED, (request, scope, chain) -> {
                    ((AtomicBoolean) scope.clientContext.getAttribute(CONNECTED)).set(true);
                    return chain.proceed(request, scope);
                })
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** A kept connection is looked at before it is used: most that the server has closed meanwhile are found so. */
    private static PoolingHttpClientConnectionManager connections(TransportLimits limits) {
        Http1Config headers = Http1Config.custom()
                .setMaxLineLength(LONGEST_HEADER_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .useSystemProperties()
                .setTlsSocketStrategy(new TlsWhenAsked())
                .setConnectionFactory(unbound -> new StrictConnection(headers))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connect()))
                        .setSocketTimeout(Timeout.of(limits.idle()))
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .build();
    }

    /**
     * Sends a request.
     *
     * @throws NoConnectionException when the request did not go out: the host is not reached, or not trusted
     * @throws TransferBrokenException when the request went out and no answer came: the host may have acted on it
     * @throws NotHttpException when what came is no answer: the host may have acted on it
     */
    public HttpAnswer send(HttpCall call) throws IOException {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.uri());
        call.headers().forEach(request::addHeader);
        call.body()
                .ifPresent(body ->
                        request.setEntity(new ByteArrayEntity(body.bytes(), ContentType.parse(body.mediaType()))));
        Watch watch = new Watch(ticker, limits, request::abort);
        watchdog.add(watch);
        boolean answered = false;
        try {
            ClassicHttpResponse response = response(request, watch);
            watch.headersAreThere();
            ServedBody body = new ServedBody(content(response), watch);
            answered = true;
            return new HttpAnswer(
                    response.getCode(), headers(response), body, endIsTold(response), watch::readWhole, () -> {
                        watchdog.remove(watch);
                        end(response, body);
                    });
        } finally {
            if (!answered) {
                watchdog.remove(watch);
            }
        }
    }

    private ClassicHttpResponse response(HttpUriRequestBase request, Watch watch) throws IOException {
        AtomicBoolean connected = new AtomicBoolean();
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(CONNECTED, connected);
        try {
            ClassicHttpResponse response = client.executeOpen(null, request, context);
            requireOfTheHost(response, connected.get());
            return response;
        } catch (IOException e) {
            if (!connected.get()) {
                throw new NoConnectionException(e);
            }
            if (e instanceof ClientProtocolException || e instanceof MessageConstraintException) {
                throw new NotHttpException(e);
            }
            Optional<String> verdict = watch.verdict();
            throw verdict.isPresent()
                    ? TransferBrokenException.tooSlow(verdict.get(), e)
                    : new TransferBrokenException(e);
        }
    }

    /**
     * What a proxy says in place of a way through is nobody's answer: no certificate was looked at, and the host has heard
     * nothing. That it asks for a password is for the user to know.
     */
    private static void requireOfTheHost(ClassicHttpResponse response, boolean connected) throws IOException {
        if (!connected && response.getCode() != HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED) {
            response.close();
            throw new NoConnectionException(
                    new IOException("the proxy gives no way through: it answers CONNECT with " + response.getCode()));
        }
    }

    /** What the host must not learn of us, and a proxy knows. */
    public List<Secret> secrets() {
        return proxyCredentials.secrets();
    }

    @Override
    public void close() throws IOException {
        watchdog.close();
        client.close();
    }

    /** What is left of a body that nobody wants is not waited for: its connection goes. */
    private static void end(ClassicHttpResponse response, ServedBody body) throws IOException {
        if (!body.isEnded() && response instanceof ModalCloseable closeable) {
            closeable.close(CloseMode.IMMEDIATE);
        } else {
            response.close();
        }
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName(), header.getValue());
        }
        return headers;
    }

    private static boolean endIsTold(ClassicHttpResponse response) {
        HttpEntity body = response.getEntity();
        return body == null || body.isChunked() || body.getContentLength() >= 0;
    }

    private static InputStream content(ClassicHttpResponse response) throws IOException {
        return response.getEntity() == null
                ? InputStream.nullInputStream()
                : response.getEntity().getContent();
    }
}
