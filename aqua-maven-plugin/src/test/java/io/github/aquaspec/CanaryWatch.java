package io.github.aquaspec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;

/**
 * Watches over all tests of this module, unasked: what a test wrote into its temporary folders, said to its log, and
 * printed, holds no {@link Canary}. A test that plants one on purpose says so with {@link HoldsSecrets}.
 */
public final class CanaryWatch implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(CanaryWatch.class);

    private static final Set<Class<?>> WATCHED = ConcurrentHashMap.newKeySet();

    /** What is printed while a class is tested, beside where it goes anyway. */
    private record Printed(PrintStream out, PrintStream err, ByteArrayOutputStream copy) {}

    @Override
    public void beforeAll(ExtensionContext context) {
        if (context.getRequiredTestClass().getEnclosingClass() != null) {
            return;
        }
        WATCHED.add(context.getRequiredTestClass());
        Printed printed = new Printed(System.out, System.err, new ByteArrayOutputStream());
        context.getStore(OURS).put("printed", printed);
        System.setOut(new PrintStream(new Both(printed.out(), printed.copy()), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new Both(printed.err(), printed.copy()), true, StandardCharsets.UTF_8));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!context.getRequiredTestMethod().isAnnotationPresent(HoldsSecrets.class)) {
            require(leaks(context.getRequiredTestInstance()));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Printed printed = context.getStore(OURS).remove("printed", Printed.class);
        if (printed != null) {
            System.setOut(printed.out());
            System.setErr(printed.err());
            require(Canary.in("what was printed", printed.copy().toString(StandardCharsets.UTF_8)));
        }
    }

    /** Whether the tests of a class are watched. */
    static boolean watches(Class<?> tests) {
        return WATCHED.contains(tests);
    }

    /** The secrets in the temporary folders of a test, and in what it logged. */
    static List<String> leaks(Object test) {
        List<String> found = new ArrayList<>();
        for (Class<?> type = test.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                value(field, test).ifPresent(value -> {
                    if (value instanceof Path folder
                            && field.isAnnotationPresent(TempDir.class)
                            && Files.exists(folder)) {
                        found.addAll(Canary.in(folder));
                    } else if (value instanceof Said said) {
                        found.addAll(Canary.in("the log", said.text()));
                    }
                });
            }
        }
        return found;
    }

    private static Optional<Object> value(Field field, Object test) {
        if (!field.isAnnotationPresent(TempDir.class) && !Said.class.isAssignableFrom(field.getType())) {
            return Optional.empty();
        }
        try {
            field.setAccessible(true);
            return Optional.ofNullable(field.get(test));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names the places and the encodings, and not the secrets. */
    private static void require(List<String> none) {
        Set<String> found = new LinkedHashSet<>(none);
        if (!found.isEmpty()) {
            throw new AssertionError("a secret was left in the open: " + String.join("; ", found));
        }
    }

    /** Writes twice. */
    private static final class Both extends OutputStream {

        private final OutputStream one;
        private final OutputStream other;

        Both(OutputStream one, OutputStream other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public void write(int b) throws IOException {
            one.write(b);
            other.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            one.write(bytes, from, length);
            other.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            one.flush();
        }
    }
}
