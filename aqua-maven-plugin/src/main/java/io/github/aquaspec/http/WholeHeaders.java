package io.github.aquaspec.http;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;

/**
 * Headers end in an empty line, and in nothing else. HttpClient takes the end of the connection for the end of the
 * headers: a file whose headers were cut off would pass for an empty one.
 */
final class WholeHeaders implements HttpMessageParserFactory<ClassicHttpResponse> {

    private final DefaultHttpResponseParserFactory parsers;

    WholeHeaders(Http1Config limits) {
        this.parsers = new DefaultHttpResponseParserFactory(limits);
    }

    @Override
    public HttpMessageParser<ClassicHttpResponse> create() {
        HttpMessageParser<ClassicHttpResponse> parser = parsers.create();
        return (buffer, wire) -> parser.parse(buffer, new UnendingInput(wire));
    }

    /** Of older versions of HttpClient, which give the limits here. */
    @Override
    @Deprecated
    public HttpMessageParser<ClassicHttpResponse> create(Http1Config limits) {
        return new WholeHeaders(limits).create();
    }
}
