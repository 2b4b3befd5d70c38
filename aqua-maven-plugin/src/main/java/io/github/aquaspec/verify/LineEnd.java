package io.github.aquaspec.verify;

/** How the lines of a CSV end. */
public enum LineEnd {
    /** Line feed; also a file without any line end. */
    LF,
    /** Carriage return and line feed. */
    CRLF,
    /** Some lines one way, some the other. */
    MIXED
}
