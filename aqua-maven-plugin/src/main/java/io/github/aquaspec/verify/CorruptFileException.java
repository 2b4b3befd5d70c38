package io.github.aquaspec.verify;

import java.util.Objects;

/** The bytes are not a complete and sound file. Never thrown for a failing connection or disk. */
public final class CorruptFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    /** The file has this fault; the message is its sentence. */
    public CorruptFileException(Fault fault) {
        super(Objects.requireNonNull(fault, "fault").sentence());
        this.fault = fault;
    }

    /** What is wrong, with its numbers. */
    public Fault fault() {
        return fault;
    }
}
