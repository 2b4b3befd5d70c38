package io.github.aquaspec.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
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
        return (buffer, wire) -> parser.parse(buffer, new Endless(wire));
    }

    /** HttpClient calls the other one. */
    @Override
    @Deprecated
    public HttpMessageParser<ClassicHttpResponse> create(Http1Config unused) {
        return create();
    }

    private static final class Endless extends FilterInputStream {

        Endless(InputStream wire) {
            super(wire);
        }

        @Override
        public int read() throws IOException {
            return alive(super.read());
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return alive(super.read(buffer, offset, length));
        }

        private static int alive(int read) throws EOFException {
            if (read < 0) {
                throw new EOFException("the connection ended before the headers of the answer did");
            }
            return read;
        }
    }
}
