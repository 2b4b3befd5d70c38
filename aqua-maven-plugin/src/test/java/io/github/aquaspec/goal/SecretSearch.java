package io.github.aquaspec.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Looks for a secret in files, in every form that a log, a header or a form could give it. */
public final class SecretSearch {

    private final List<String> forms;

    private SecretSearch(List<String> forms) {
        this.forms = forms;
    }

    public static SecretSearch of(String secret) {
        List<String> forms = new ArrayList<>();
        forms.add(secret);
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(encoded);
        forms.add(encoded.replace("+", "%20"));
        forms.add(secret.replace("&", "&amp;"));
        for (int shift = 0; shift < 3; shift++) {
            forms.add(base64(secret, shift));
        }
        return new SecretSearch(forms.stream().distinct().toList());
    }

    /** Every form that is looked for. */
    public List<String> forms() {
        return forms;
    }

    /** The files below a folder that hold it, each with the form; but for scripts, which tell it themselves. */
    public List<String> in(Path folder) {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(SecretSearch::isOfTheBuild).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                forms.stream().filter(text::contains).forEach(form -> found.add(file + ": " + form));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static boolean isOfTheBuild(Path file) {
        return Files.isRegularFile(file) && !file.toString().endsWith(".groovy");
    }

    /** What a secret looks like within Base64 when {@code shift} bytes of a group of three stand before it. */
    private static String base64(String secret, int shift) {
        byte[] bytes = ("xyz".substring(0, shift) + secret).getBytes(StandardCharsets.UTF_8);
        String text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        int from = shift == 0 ? 0 : shift + 1;
        int whole = bytes.length / 3 * 4;
        return text.substring(from, whole);
    }
}
