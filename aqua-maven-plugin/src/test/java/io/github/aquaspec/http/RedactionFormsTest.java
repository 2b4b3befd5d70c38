package io.github.aquaspec.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever an encoder makes of a secret goes; the encoders here are not those that Redaction was written with. */
class RedactionFormsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonMapper ASCII_JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Property(seed = "5411", edgeCases = EdgeCasesMode.NONE)
    void hides_aSecret_howeverItIsEncoded(@ForAll("secrets") String secret, @ForAll("surroundings") String before) {
        Redaction redaction = new Redaction();
        redaction.add(Secret.of(secret));

        encoded(secret, before).forEach((encoder, text) -> {
            assertThat(redaction.apply("start <" + text + "> end"))
                    .as(encoder)
                    .startsWith("start <")
                    .endsWith("> end")
                    .contains("••••")
                    .doesNotContain(text);
        });
    }

    @Property(seed = "5412", edgeCases = EdgeCasesMode.NONE)
    void leavesNoBitOfASecret_behindInBase64(
            @ForAll("secrets") String secret,
            @ForAll("surroundings") String before,
            @ForAll("surroundings") String after) {
        Redaction redaction = new Redaction();
        redaction.add(Secret.of(secret));
        byte[] bytes = (before + secret + after).getBytes(StandardCharsets.UTF_8);

        assertThat(redaction.apply("Basic " + Base64.getEncoder().encodeToString(bytes) + " end"))
                .isEqualTo("Basic •••• end");
        assertThat(redaction.apply(
                        "Basic " + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + " end"))
                .isEqualTo("Basic •••• end");
    }

    /** The failing twin: with another secret each of these texts stays as it is. */
    @Property(seed = "5413", tries = 200, edgeCases = EdgeCasesMode.NONE)
    void leaves_whatIsNoSecret(@ForAll("secrets") String text, @ForAll("surroundings") String before) {
        Redaction redaction = new Redaction();
        redaction.add(Secret.of("another secret altogether"));

        encoded(text, before)
                .forEach((encoder, encoded) ->
                        assertThat(redaction.apply(encoded)).as(encoder).isEqualTo(encoded));
    }

    @Test
    void hides_aSecret_ofWhichEachCharacterIsWrittenInAnotherWay() {
        Redaction redaction = new Redaction();
        redaction.add(Secret.of("%25x+\"ü/="));

        assertThat(redaction.apply("a %25\\u0032&#53;%78%2B\\\"%C3%BC\\/&#x3D; b"))
                .isEqualTo("a •••• b");
        assertThat(redaction.apply("a %25x+\"ü/= b")).isEqualTo("a •••• b");
    }

    @ParameterizedTest
    @CsvSource({
        "hunt5, 'the password is hunt5.', 'the password is ••••.'",
        "hunt5, 'a hunt5man', 'a hunt5man'",
        "test, 'password=test&user=tester', 'password=••••&user=tester'",
        "test, '\"dGVzdA==\" and 74657374', '\"••••\" and ••••'",
        "abc, 'abc', 'abc'"
    })
    void hides_aShortSecret_asAWordOfItsOwn_andNoneOfThreeCharacters(String secret, String text, String expected) {
        Redaction redaction = new Redaction();
        redaction.add(Secret.of(secret));

        assertThat(redaction.apply(text)).isEqualTo(expected);
    }

    /** What is cut off within a secret leaves its beginning: an excerpt of 200 characters, say. */
    @Property(seed = "5414", tries = 300, edgeCases = EdgeCasesMode.NONE)
    void hides_theBeginningOfASecret_whereATextWasCut(
            @ForAll("secrets") String secret, @ForAll @IntRange(min = 4, max = 7) int kept) {
        Redaction redaction = new Redaction();
        redaction.add(Secret.of(secret));
        String beginning = secret.substring(0, kept);

        assertThat(redaction.applyToBeginning("start <" + beginning)).isEqualTo("start <••••");
        assertThat(redaction.applyToBeginning("start <" + beginning + "| end"))
                .isEqualTo("start <" + beginning + "| end");
        assertThat(redaction.apply("start <" + beginning)).isEqualTo("start <" + beginning);
        assertThat(redaction.applyToBeginning("start <" + json(ASCII_JSON, beginning)))
                .isEqualTo("start <••••");
    }

    @Test
    void isQuick_onALongText() {
        Redaction redaction = new Redaction();
        redaction.add(Secret.of("c4n4ry/S3cret+of & n0body=%"));
        redaction.add(Secret.of("x".repeat(3_000)));
        String text = "An answer of a server that goes on and on: 100 % \\ & < and so forth. "
                .repeat(Boolean.getBoolean("aqua.proof") ? 3_000 : 1_000);

        assertThat(redaction.apply(text)).isEqualTo(text);
    }

    private static Map<String, String> encoded(String secret, String before) {
        Map<String, String> forms = new TreeMap<>();
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.put("raw", secret);
        forms.put("form", form);
        forms.put("url", form.replace("+", "%20"));
        forms.put("url, lower case", form.toLowerCase(Locale.ROOT).equals(form) ? form : lowerEscapes(form));
        forms.put("url, all characters", all(bytes, "%"));
        forms.put("url, twice", URLEncoder.encode(form.replace("+", "%20"), StandardCharsets.UTF_8));
        forms.put("json", json(JSON, secret));
        forms.put("json, ascii", json(ASCII_JSON, secret));
        forms.put("json, with \\/", json(JSON, secret).replace("/", "\\/"));
        forms.put("xml", xml(secret));
        forms.put(
                "html, by number",
                secret.codePoints().mapToObj(c -> "&#" + c + ";").collect(Collectors.joining()));
        forms.put("hex", HexFormat.of().formatHex(bytes));
        forms.put("HEX", HexFormat.of().withUpperCase().formatHex(bytes));
        for (String prefix : List.of("", "u", "us", before + ":")) {
            byte[] pair = (prefix + secret).getBytes(StandardCharsets.UTF_8);
            forms.put("base64 behind " + prefix.length(), Base64.getEncoder().encodeToString(pair));
            forms.put(
                    "base64url behind " + prefix.length(),
                    Base64.getUrlEncoder().encodeToString(pair));
        }
        return forms;
    }

    private static String lowerEscapes(String form) {
        StringBuilder out = new StringBuilder(form);
        for (int at = out.indexOf("%"); at >= 0; at = out.indexOf("%", at + 1)) {
            out.replace(at, at + 3, out.substring(at, at + 3).toLowerCase(Locale.ROOT));
        }
        return out.toString();
    }

    private static String all(byte[] bytes, String sign) {
        StringBuilder out = new StringBuilder();
        for (byte b : bytes) {
            out.append(sign).append(String.format(Locale.ROOT, "%02X", b));
        }
        return out.toString();
    }

    private static String json(JsonMapper mapper, String text) {
        try {
            String quoted = mapper.writeValueAsString(text);
            return quoted.substring(1, quoted.length() - 1);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings()
                .withChars("abcXYZ019 \"\\%+/&<>'=~*-_.:;#üß€\uFFFD")
                .ofMinLength(8)
                .ofMaxLength(40)
                .filter(secret -> secret.chars().distinct().count() > 3);
    }

    @Provide
    Arbitrary<String> surroundings() {
        return Arbitraries.strings().withChars("abc:=+/ü").ofMaxLength(7);
    }
}
