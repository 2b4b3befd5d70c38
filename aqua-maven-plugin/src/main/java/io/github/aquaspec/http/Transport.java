package io.github.aquaspec.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one request and hands back one answer. Redirects are not followed, nothing is sent twice, no body is decoded:
 * credentials stay with the host they are for, and bytes stay as they were served.
 */
public final class Transport implements AutoCloseable {

    private static final int CONNECTIONS = 40;

    private final CloseableHttpClient client;

    /**
     * Opens a pool of connections.
     *
     * @param userAgent what the server sees in its log
     * @param limits how long to wait for what
     */
    public Transport(String userAgent, TransportLimits limits) {
        ConnectionConfig connection = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(limits.connect()))
                .setSocketTimeout(Timeout.of(limits.idle()))
                .build();
        this.client = HttpClients.custom()
                .useSystemProperties()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .useSystemProperties()
                        .setDefaultConnectionConfig(connection)
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(limits.idle()))
                        .build())
                .setUserAgent(userAgent)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /**
     * Sends a request.
     *
     * @throws TransferBrokenException when the request went out and no answer came: the host may have acted on it
     * @throws IOException when the request did not go out: the host is not reached, or not trusted
     */
    public HttpAnswer send(HttpCall call) throws IOException {
        ClassicRequestBuilder request =
                ClassicRequestBuilder.create(call.method()).setUri(call.uri());
        call.headers().forEach(request::addHeader);
        call.body()
                .ifPresent(body -> request.setEntity(new ByteArrayEntity(
                        body.text().getBytes(StandardCharsets.UTF_8), ContentType.parse(body.mediaType()))));
        ClassicHttpResponse response = answered(request.build());
        return new HttpAnswer(response.getCode(), headers(response), body(response), response::close);
    }

    private ClassicHttpResponse answered(ClassicHttpRequest request) throws IOException {
        try {
            return client.executeOpen(null, request, null);
        } catch (ConnectTimeoutException | ConnectException e) {
            throw e;
        } catch (NoHttpResponseException | SocketTimeoutException | SocketException e) {
            throw new TransferBrokenException(e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName(), header.getValue());
        }
        return headers;
    }

    private static InputStream body(ClassicHttpResponse response) throws IOException {
        return response.getEntity() == null
                ? InputStream.nullInputStream()
                : new ServedBody(response.getEntity().getContent());
    }
}
