package io.github.aquaspec.spec.model;

/**
 * A WSDL version, such as {@code 145.0}.
 *
 * @param text as it is sent
 */
public record ApiVersion(String text) {

    /** A pattern of the text. */
    public static final String FORM = "\\d{1,3}(\\.\\d)?";

    public ApiVersion {
        if (!text.matches(FORM)) {
            throw new IllegalArgumentException("no API version: " + text);
        }
    }

    /** The number before the point. */
    public int major() {
        int point = text.indexOf('.');
        return Integer.parseInt(point < 0 ? text : text.substring(0, point));
    }
}
