package io.github.aquaspec.verify.cell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** What is spilled, in memory, where a test can look at it. */
final class MemorySpill implements Spill {

    private final Map<Integer, ByteArrayOutputStream> parts = new HashMap<>();

    @Override
    public void append(int part, byte[] bytes, int length) {
        parts.computeIfAbsent(part, p -> new ByteArrayOutputStream()).write(bytes, 0, length);
    }

    @Override
    public InputStream read(int part) {
        return new ByteArrayInputStream(
                parts.getOrDefault(part, new ByteArrayOutputStream()).toByteArray());
    }

    @Override
    public void close() {
        parts.clear();
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }
}
