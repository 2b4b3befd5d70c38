package io.github.aquaspec.emulator.file;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Rows as AQuA writes them: commas, and quotes only round cells that need them. */
final class CsvWriter {

    private final Writer out;
    private final CsvDialect dialect;
    private boolean empty = true;

    CsvWriter(Writer out, CsvDialect dialect) {
        this.out = out;
        this.dialect = dialect;
    }

    void row(List<String> cells) throws IOException {
        if (!empty) {
            out.write(dialect.lineEnd());
        }
        empty = false;
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            cell(cells.get(i));
        }
    }

    /** Ends the last line. */
    void end() throws IOException {
        if (dialect.finalNewline()) {
            out.write(dialect.lineEnd());
        }
    }

    private void cell(String text) throws IOException {
        if (needsQuotes(text)) {
            out.write('"');
            out.write(text.replace("\"", "\"\""));
            out.write('"');
        } else {
            out.write(text);
        }
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }
}
