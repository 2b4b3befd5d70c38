package io.github.aquaspec.report;

import java.util.function.UnaryOperator;

/** Text as XML 1.0 can hold it: what it forbids, as control characters and half a surrogate pair, becomes U+FFFD. */
final class XmlText {

    private XmlText() {}

    static String of(String text, UnaryOperator<String> redaction) {
        StringBuilder out = new StringBuilder();
        redaction.apply(text).codePoints().forEach(c -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD));
        return out.toString();
    }

    /** XML 1.0, production 2. */
    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c < Character.MIN_SURROGATE)
                || (c > Character.MAX_SURROGATE && c < 0xFFFE)
                || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
