package io.github.aquaspec.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A terminal, as far as a block at its foot needs one: it obeys the control sequences of a {@link Frame}, and stands for no
 * others. What lies above what can be seen is kept.
 */
public final class Screen implements Consumer<Frame> {

    private static final Pattern SEQUENCE = Pattern.compile("\u001B\\[(\\?7[lh]|\\d*[AJK])");

    private final List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
    private int width;
    private int row;
    private int column;
    private boolean wraps = true;
    private int frames;

    public Screen(int width) {
        this.width = width;
    }

    /** What can be seen, without blanks at the ends of lines. */
    public List<String> lines() {
        return rows.stream().map(line -> line.toString().stripTrailing()).toList();
    }

    /** Where the cursor is, as {@code row:column}. */
    public String cursor() {
        return row + ":" + column;
    }

    /** Whether a line that is too long goes on below, as a shell wants it. */
    public boolean wraps() {
        return wraps;
    }

    public int frames() {
        return frames;
    }

    /** Makes it narrower or wider, and cuts what is too long, as xterm does. */
    public void resize(int columns) {
        width = columns;
        rows.forEach(line -> line.setLength(Math.min(line.length(), columns)));
        column = Math.min(column, columns - 1);
    }

    @Override
    public void accept(Frame frame) {
        frames++;
        obey(new String(frame.bytes(), StandardCharsets.UTF_8));
    }

    /** A line of somebody's log, as a terminal gets it. */
    public void println(String line) {
        obey(line + "\r\n");
    }

    private void obey(String text) {
        Matcher sequence = SEQUENCE.matcher(text);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (sequence.region(at, text.length()).lookingAt()) {
                control(sequence.group(1));
                at = sequence.end();
                continue;
            }
            if (c == '\r') {
                column = 0;
            } else if (c == '\n') {
                down();
            } else if (c < ' ' || c == 0x7F) {
                throw new AssertionError("a control character that no frame has: " + (int) c);
            } else {
                put(c);
            }
            at++;
        }
    }

    private void control(String what) {
        switch (what.charAt(what.length() - 1)) {
            case 'l' -> wraps = false;
            case 'h' -> wraps = true;
            case 'A' -> row = Math.max(0, row - Integer.parseInt(what.substring(0, what.length() - 1)));
            case 'K' -> rows.get(row).setLength(Math.min(rows.get(row).length(), column));
            default -> {
                control("K");
                rows.subList(row + 1, rows.size()).clear();
            }
        }
    }

    private void put(char c) {
        if (column == width) {
            if (wraps) {
                column = 0;
                down();
            } else {
                column = width - 1;
            }
        }
        StringBuilder line = rows.get(row);
        while (line.length() <= column) {
            line.append(' ');
        }
        line.setCharAt(column, c);
        column++;
        if (column == width && !wraps) {
            column = width - 1;
        }
    }

    private void down() {
        row++;
        if (row == rows.size()) {
            rows.add(new StringBuilder());
        }
    }
}
