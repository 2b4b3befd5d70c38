package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ReadingCode;
import io.github.aquaspec.spec.source.SourceText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Decodes bytes strictly as UTF-8; what is not UTF-8 is still shown, with the byte that is to blame. */
final class Utf8 {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    static Optional<SourceText> decode(String name, byte[] bytes, Consumer<Diagnostic> found) {
        if (bytes.length > Limits.BYTES) {
            found.accept(Diagnostic.of(ReadingCode.TOO_LARGE, "the file has more than 2 MiB")
                    .at(new SourceText(name, "").span(0, 0))
                    .fix("split it into several manifests, or exclude it if it is none"));
            return Optional.empty();
        }
        Optional<Charset> utf16 = utf16(bytes);
        if (utf16.isPresent()) {
            found.accept(Diagnostic.of(ReadingCode.NOT_UTF8, "the file is UTF-16, and a manifest is UTF-8")
                    .at(new SourceText(name, withoutMark(new String(bytes, utf16.get()))).span(0, 0))
                    .fix("save it as UTF-8"));
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = strict.decode(in, out, false);
        String good = withoutMark(out.flip().toString());
        if (result.isError() || in.hasRemaining()) {
            found.accept(
                    isCutOff(good, result, in.remaining())
                            ? cutOff(name, good)
                            : malformed(name, good, bytes, in.position()));
            return Optional.empty();
        }
        SourceText source = new SourceText(name, good);
        int nul = good.indexOf('\0');
        if (nul >= 0) {
            found.accept(Diagnostic.of(ReadingCode.CONTROL_CHARACTER, "a NUL byte stands in the text")
                    .at(source.span(nul, nul + 1))
                    .fix("delete it, or save the file as UTF-8 text"));
            return Optional.empty();
        }
        return Optional.of(source);
    }

    /** Whether the file ends within a character; a single last byte may as well be a letter of another encoding. */
    private static boolean isCutOff(String good, CoderResult result, int left) {
        return !result.isError() && (left > 1 || good.chars().anyMatch(c -> c > 0x7F));
    }

    private static Diagnostic cutOff(String name, String good) {
        SourceText shown = new SourceText(name, good);
        return Diagnostic.of(ReadingCode.NOT_UTF8, "the file ends within a character, so its end is missing")
                .at(shown.span(good.length(), good.length()))
                .fix("save or copy it again, to its end");
    }

    /** The rest is shown as Latin-1, the likeliest other encoding, which has a character for each byte. */
    private static Diagnostic malformed(String name, String good, byte[] bytes, int at) {
        String rest = new String(bytes, at, bytes.length - at, StandardCharsets.ISO_8859_1);
        SourceText shown = new SourceText(name, good + rest);
        int b = bytes[at] & 0xFF;
        return Diagnostic.of(
                        ReadingCode.NOT_UTF8,
                        String.format(Locale.ROOT, "byte 0x%02X, at byte %,d of the file, is not UTF-8", b, at + 1))
                .at(shown.span(good.length(), good.length() + 1))
                .fix(
                        b >= 0xA0
                                ? "save the file as UTF-8; it looks like Latin-1 (ISO-8859-1, Windows-1252), where the byte is "
                                        + (char) b
                                : "save the file as UTF-8; it looks like Windows-1252, or is no text at all");
    }

    private static Optional<Charset> utf16(byte[] bytes) {
        if (bytes.length < 2) {
            return Optional.empty();
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if ((first == 0xFF && second == 0xFE) || (first != 0 && second == 0 && alternates(bytes, 1))) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if ((first == 0xFE && second == 0xFF) || (first == 0 && second != 0 && alternates(bytes, 0))) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    /** Whether, as in UTF-16 of western text, most bytes at even or odd places are zero. */
    private static boolean alternates(byte[] bytes, int offset) {
        int zeros = 0;
        int all = 0;
        for (int i = offset; i < Math.min(bytes.length, 256); i += 2) {
            all++;
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros * 10 >= all * 8;
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
