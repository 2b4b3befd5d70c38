package io.github.aquaspec.verify.cell;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Where values go that do not fit into memory; what lies there is of no use to anybody else. */
public interface Spill extends Closeable {

    /** Writes behind what a part holds already. */
    void append(int part, byte[] bytes, int length) throws IOException;

    /** A part from its beginning; one that nothing was written to is empty. */
    InputStream read(int part) throws IOException;

    /** Throws all of it away. */
    @Override
    void close() throws IOException;
}
