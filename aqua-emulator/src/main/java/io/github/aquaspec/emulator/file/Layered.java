package io.github.aquaspec.emulator.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A stream over others of which none closes the next. Closing it closes them all, from the inside out. */
final class Layered extends FilterOutputStream {

    private final List<OutputStream> outer;

    Layered(OutputStream innermost, List<OutputStream> outer) {
        super(innermost);
        this.outer = outer;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    /** Keeps the layers from cutting short packets: only their ends flush. */
    @Override
    public void flush() {
        // On purpose.
    }

    @Override
    public void close() throws IOException {
        out.close();
        for (OutputStream stream : outer) {
            stream.close();
        }
    }
}
