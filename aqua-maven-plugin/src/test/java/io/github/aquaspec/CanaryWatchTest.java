package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The failing twin of every test of this module: a secret that is planted is found. */
class CanaryWatchTest {

    private static final String SECRET = Canary.secret();

    @TempDir
    private Path folder;

    private final Words log = new Words();

    /** A log that says what it is told to. */
    private static final class Words implements Said {

        private String text = "";

        @Override
        public String text() {
            return text;
        }
    }

    static Stream<Function<String, String>> encodings() {
        return Stream.of(
                s -> s,
                s -> URLEncoder.encode(s, StandardCharsets.UTF_8),
                s -> URLEncoder.encode(s, StandardCharsets.UTF_8).replace("+", "%20"),
                s -> s.replace("\\", "\\\\").replace("\"", "\\\""),
                s -> s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
                s -> s.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;"),
                s -> HexFormat.of().formatHex(s.getBytes(StandardCharsets.UTF_8)),
                s -> base64("user:" + s),
                s -> base64("user1:" + s + "."),
                s -> base64("user12:" + s + ".."),
                s -> Base64.getUrlEncoder().encodeToString(("u:" + s).getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    @HoldsSecrets
    void finds_aSecret_inAFile_andInTheLog(Function<String, String> encoding) throws IOException {
        assertThat(CanaryWatch.leaks(this)).isEmpty();

        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/run.json"), "before " + encoding.apply(SECRET) + " after");
        assertThat(CanaryWatch.leaks(this)).isNotEmpty().allMatch(place -> place.contains("run.json"));

        Files.delete(folder.resolve("a/b/run.json"));
        log.text = "before " + encoding.apply(SECRET) + " after";
        assertThat(CanaryWatch.leaks(this)).isNotEmpty().allMatch(place -> place.startsWith("the log: "));
    }

    @Test
    void watches_everyClass_unasked() {
        assertThat(CanaryWatch.watches(getClass())).isTrue();
        assertThat(getClass().getAnnotations()).isEmpty();
    }

    @Test
    @HoldsSecrets
    void finds_aToken_inAName() throws IOException {
        Files.createFile(folder.resolve("job-" + Canary.token() + ".json"));

        assertThat(CanaryWatch.leaks(this)).isNotEmpty();
    }

    @Test
    void tellsNoSecret_whenItComplains() {
        List<String> places = Canary.in("what was printed", "x" + SECRET);

        assertThat(places).isNotEmpty().noneMatch(place -> place.contains(SECRET));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
