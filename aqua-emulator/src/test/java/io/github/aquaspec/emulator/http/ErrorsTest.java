package io.github.aquaspec.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ErrorsTest {

    @Test
    void workThatBreaksDownIsAnInternalError() throws IOException {
        Response answer = Errors.answered(() -> {
            throw new IOException("no space left");
        });
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        answer.body().content().writeTo(body);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(body.toString(StandardCharsets.UTF_8)).contains("50000060", "no space left");
    }
}
