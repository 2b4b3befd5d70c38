package io.github.aquaspec.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The three ways in which HTTP/1.1 says where a body ends. */
public enum Framing {
    /** By its length. */
    LENGTH,
    /** In chunks, the last of which is empty. */
    CHUNKED,
    /** By the end of the connection: whoever cuts it ends the body. */
    CLOSE;

    private static final int CHUNK = 100;

    /**
     * A whole answer.
     *
     * @param headers such as {@code Content-Type: text/csv}
     */
    public byte[] answer(int status, List<String> headers, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text(bytes, "HTTP/1.1 " + status + " OK\r\n");
        headers.forEach(header -> text(bytes, header + "\r\n"));
        switch (this) {
            case LENGTH -> {
                text(bytes, "Content-Length: " + body.length + "\r\n\r\n");
                bytes.writeBytes(body);
            }
            case CHUNKED -> {
                text(bytes, "Transfer-Encoding: chunked\r\n\r\n");
                for (int from = 0; from < body.length; from += CHUNK) {
                    int length = Math.min(CHUNK, body.length - from);
                    text(bytes, Integer.toHexString(length) + "\r\n");
                    bytes.write(body, from, length);
                    text(bytes, "\r\n");
                }
                text(bytes, "0\r\n\r\n");
            }
            case CLOSE -> {
                text(bytes, "Connection: close\r\n\r\n");
                bytes.writeBytes(body);
            }
        }
        return bytes.toByteArray();
    }

    /** A whole answer with a text in JSON. */
    public byte[] json(int status, String body) {
        return answer(status, List.of("Content-Type: application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    private static void text(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
