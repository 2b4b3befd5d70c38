package io.github.aquaspec.verify;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes a CSV on and looks at its first column as it goes by. */
public final class FirstColumnOutput extends FilterOutputStream {

    private final FirstColumn.Reader reader = new FirstColumn.Reader();

    /** Passes bytes on to {@code out}; closing this closes it. */
    public FirstColumnOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        reader.accept(bytes, offset, offset + length);
    }

    /** What the column holds; the CSV has ended. */
    public FirstColumn column() {
        return reader.finish();
    }
}
