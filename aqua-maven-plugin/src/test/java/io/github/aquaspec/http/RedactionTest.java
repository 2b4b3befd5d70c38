package io.github.aquaspec.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedactionTest {

    private final Redaction redaction = new Redaction();

    @Test
    void hides_aSecret_inEveryFormItCanTake() {
        redaction.add(Secret.of("p+ss \"w\\rd"));

        assertThat(redaction.apply(
                        "raw p+ss \"w\\rd url p%2Bss+%22w%5Crd json p+ss \\\"w\\\\rd base64 cCtzcyAid1xyZA== end"))
                .isEqualTo("raw •••• url •••• json •••• base64 •••• end");
    }

    @Test
    void hides_theLongerSecret_givenOneThatItContains() {
        redaction.add(Secret.of("secret"));
        redaction.add(Secret.of("secret-and-more"));

        assertThat(redaction.apply("secret-and-more")).isEqualTo("••••");
    }

    @Test
    void leaves_innocentText_givenAShortOrEmptySecret() {
        redaction.add(Secret.of(""));
        redaction.add(Secret.of("a"));

        assertThat(redaction.apply("a cat")).isEqualTo("a cat");
    }

    @Test
    void shows_noSecret_whenOneIsPrinted() {
        assertThat(Secret.of("hunter2")).hasToString("••••");
    }
}
