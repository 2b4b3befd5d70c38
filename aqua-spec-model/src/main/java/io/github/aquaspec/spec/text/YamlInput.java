package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.source.SourceText;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The whole text for SnakeYAML's scanner. Its own reader refills a window that it copies each time, which is quadratic
 * for a long scalar, and its marks count code points; here the marks' index is the char offset in the file.
 */
final class YamlInput extends StreamReader {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final String name;
    private final int[] codePoints;
    private int index;
    private int documentIndex;
    private int line;
    private int column;
    private int offset;

    YamlInput(SourceText source) {
        super("");
        this.name = source.name();
        this.codePoints = source.content().codePoints().toArray();
    }

    /** The char offset of the next code point. */
    int offset() {
        return offset;
    }

    @Override
    public Mark getMark() {
        return new Mark(name, offset, line, column, codePoints, index);
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int length) {
        for (int i = 0; i < length && index < codePoints.length; i++) {
            int c = codePoints[index];
            step(1);
            boolean loneReturn = c == '\r' && index < codePoints.length && codePoints[index] != '\n';
            if (c == '\n' || c == '\u0085' || c == '\u2028' || c == '\u2029' || loneReturn) {
                line++;
                column = 0;
            } else if (c != BYTE_ORDER_MARK) {
                column++;
            }
        }
    }

    @Override
    public int peek() {
        return peek(0);
    }

    @Override
    public int peek(int ahead) {
        return index + ahead < codePoints.length ? codePoints[index + ahead] : '\0';
    }

    @Override
    public String prefix(int length) {
        return new String(codePoints, index, Math.min(length, codePoints.length - index));
    }

    @Override
    public String prefixForward(int length) {
        String prefix = prefix(length);
        step(length);
        column += length;
        return prefix;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public int getLine() {
        return line;
    }

    @Override
    public int getIndex() {
        return index;
    }

    @Override
    public int getDocumentIndex() {
        return documentIndex;
    }

    @Override
    public void resetDocumentIndex() {
        documentIndex = 0;
    }

    private void step(int length) {
        int to = Math.min(index + length, codePoints.length);
        for (int i = index; i < to; i++) {
            offset += Character.charCount(codePoints[i]);
        }
        documentIndex += to - index;
        index = to;
    }
}
