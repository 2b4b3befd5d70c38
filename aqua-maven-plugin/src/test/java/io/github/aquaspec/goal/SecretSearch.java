package io.github.aquaspec.goal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.aquaspec.FilesBelow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Looks for a secret in files and texts, in every form that a log, a header, a form or a page could give it. */
public final class SecretSearch {

    /** By the name of the encoding; in Latin-1, so that files are searched by their bytes. */
    private final Map<String, String> forms = new TreeMap<>();

    private SecretSearch(Map<String, String> forms) {
        forms.forEach((name, form) -> this.forms.put(name, bytes(form)));
    }

    public static SecretSearch of(String secret) {
        Map<String, String> forms = new TreeMap<>();
        forms.put("raw", secret);
        String form = URLEncoder.encode(secret, UTF_8);
        forms.put("form", form);
        forms.put("URL", form.replace("+", "%20"));
        forms.put("URL in lower case", lowerEscapes(form.replace("+", "%20")));
        String json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
        forms.put("JSON", json);
        forms.put("JSON with \\/", json.replace("/", "\\/"));
        forms.put("JSON in ASCII", ascii(json));
        String xml = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        forms.put("XML", xml);
        forms.put("XML in quotes", xml.replace("\"", "&quot;").replace("'", "&apos;"));
        forms.put("HTML", xml.replace("\"", "&quot;").replace("'", "&#39;"));
        forms.put("hex", HexFormat.of().formatHex(secret.getBytes(UTF_8)));
        forms.put("HEX", HexFormat.of().withUpperCase().formatHex(secret.getBytes(UTF_8)));
        for (int shift = 0; shift < 3; shift++) {
            String base64 = base64(secret, shift);
            forms.put("Base64 at " + shift, base64);
            forms.put("Base64 for URLs at " + shift, base64.replace('+', '-').replace('/', '_'));
        }
        return new SecretSearch(forms);
    }

    /** Every form that is looked for. */
    public List<String> forms() {
        return forms.values().stream()
                .distinct()
                .map(form -> new String(form.getBytes(ISO_8859_1), UTF_8))
                .toList();
    }

    /** The files below a folder that hold it, each with the form; but for scripts, which tell it themselves. */
    public List<String> in(Path folder) {
        return of(List.of(this), folder);
    }

    /** What several searches find in the files below a folder, each of which is read once. */
    public static List<String> of(Collection<SecretSearch> searches, Path folder) {
        List<String> found = new ArrayList<>();
        try {
            for (Path file : FilesBelow.of(folder)) {
                if (isOfTheBuild(file)) {
                    String content = read(file);
                    String name = bytes(file.toString());
                    searches.forEach(search -> search.inLatin(file.toString(), content, found));
                    searches.forEach(search -> search.inLatin("the name of " + file, name, found));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** The forms in which a text holds it. */
    public List<String> in(String name, String text) {
        List<String> found = new ArrayList<>();
        inLatin(name, bytes(text), found);
        return found;
    }

    private void inLatin(String name, String text, List<String> found) {
        forms.forEach((encoding, form) -> {
            if (text.contains(form)) {
                found.add(name + ": " + encoding);
            }
        });
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (NoSuchFileException e) {
            return ""; // deleted meanwhile
        }
    }

    private static boolean isOfTheBuild(Path file) {
        return Files.isRegularFile(file) && !file.toString().endsWith(".groovy");
    }

    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static String ascii(String text) {
        StringBuilder out = new StringBuilder();
        text.chars()
                .forEach(c ->
                        out.append(c < 0x80 ? String.valueOf((char) c) : String.format(Locale.ROOT, "\\u%04X", c)));
        return out.toString();
    }

    private static String lowerEscapes(String form) {
        StringBuilder out = new StringBuilder(form);
        for (int at = out.indexOf("%"); at >= 0; at = out.indexOf("%", at + 1)) {
            out.replace(at, at + 3, out.substring(at, at + 3).toLowerCase(Locale.ROOT));
        }
        return out.toString();
    }

    /** What a secret looks like within Base64 when {@code shift} bytes of a group of three stand before it. */
    private static String base64(String secret, int shift) {
        byte[] bytes = ("xyz".substring(0, shift) + secret).getBytes(UTF_8);
        String text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        int from = shift == 0 ? 0 : shift + 1;
        int whole = bytes.length / 3 * 4;
        return text.substring(from, whole);
    }
}
