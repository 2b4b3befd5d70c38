package io.github.aquaspec.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One secret in all its forms: as text, in hexadecimal, and in Base64, wherever within a longer text it begins. */
final class SecretForms {

    /** Shorter secrets are looked for as words of their own: they would blacken innocent words. */
    private static final int LONG = 6;

    private static final String OF_BASE64 = "+/-_";

    private final boolean alone;
    private final List<Spelling> plain;
    private final List<Spelling> base64;

    SecretForms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        this.alone = secret.length() < LONG;
        this.plain = spelled(Stream.of(secret, hex, hex.toUpperCase(Locale.ROOT)));
        this.base64 = alone
                ? spelled(alphabets(Base64.getEncoder().withoutPadding().encodeToString(bytes)))
                : spelled(Stream.of(0, 1, 2).flatMap(before -> alphabets(base64(bytes, before))));
    }

    /**
     * Marks the characters of a text that give the secret away.
     *
     * @param cut whether the text may have been cut off within the secret
     */
    void mark(String text, boolean cut, BitSet hidden) {
        for (int at = 0; at < text.length(); at++) {
            for (Spelling spelling : plain) {
                int end = spelling.end(text, at, cut);
                if (end > at && (!alone || isAlone(text, at, end))) {
                    hidden.set(at, end);
                }
            }
            for (Spelling spelling : base64) {
                int end = spelling.end(text, at, cut);
                if (end > at && (!alone || isAlone(text, at, end))) {
                    // The groups at both ends hold some of its bits.
                    hidden.set(wordStart(text, at), wordEnd(text, end));
                }
            }
        }
    }

    private static boolean isAlone(String text, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
    }

    private static int wordStart(String text, int from) {
        int at = from;
        while (at > 0 && isOfBase64(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length() && isOfBase64(text.charAt(at))) {
            at++;
        }
        while (at < text.length() && text.charAt(at) == '=') {
            at++;
        }
        return at;
    }

    private static boolean isOfBase64(char c) {
        return (c < 0x80 && Character.isLetterOrDigit(c)) || OF_BASE64.indexOf(c) >= 0;
    }

    private static Stream<String> alphabets(String text) {
        return Stream.of(text, text.replace('+', '-').replace('/', '_'));
    }

    /** The Base64 characters that hang on the secret alone when some bytes of a group of three stand before it. */
    private static String base64(byte[] secret, int before) {
        byte[] bytes = new byte[before + secret.length];
        System.arraycopy(secret, 0, bytes, before, secret.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return text.substring(before == 0 ? 0 : before + 1, bytes.length * 8 / 6);
    }

    private static List<Spelling> spelled(Stream<String> texts) {
        List<Spelling> spellings = new ArrayList<>();
        texts.distinct().map(Spelling::new).forEach(spellings::add);
        return spellings;
    }
}
