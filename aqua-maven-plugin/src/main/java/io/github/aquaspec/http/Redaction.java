package io.github.aquaspec.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Takes every known secret out of a text, in each form in which it can turn up. */
public final class Redaction {

    /** Short words would blacken innocent text, and protect nothing. */
    private static final int SHORTEST = 6;

    /** Longest first, so that a secret which contains another goes as a whole. */
    private final Set<String> forms = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** Remembers a secret as it is, URL-encoded, JSON-escaped and in Base64. */
    public void add(Secret secret) {
        String value = secret.reveal();
        if (value.length() < SHORTEST) {
            return;
        }
        forms.add(value);
        forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        forms.add(value.replace("\\", "\\\\").replace("\"", "\\\""));
        forms.add(Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** The text with {@code ••••} in place of every secret. */
    public String apply(String text) {
        String clean = text;
        for (String form : forms) {
            clean = clean.replace(form, "••••");
        }
        return clean;
    }
}
