package io.github.aquaspec;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.aquaspec.report.RunSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;

/**
 * Watches over all tests of this module, unasked: each receipt that a test leaves in its temporary folders is one by the
 * published schema, and each report for CI servers one that they read.
 */
public final class ReceiptWatch implements AfterEachCallback {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(new String(RunSchema.bytes(), StandardCharsets.UTF_8), InputFormat.JSON);

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        Object test = context.getRequiredTestInstance();
        for (Class<?> type = test.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(TempDir.class) && field.getType() == Path.class) {
                    field.setAccessible(true);
                    require(problems((Path) field.get(test)));
                }
            }
        }
    }

    /** What is wrong with the receipts below a folder. */
    public static List<String> problems(Path folder) throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        for (Path file : FilesBelow.of(folder)) {
            if (isReceipt(file)) {
                problems(text(file)).forEach(problem -> problems.add(file + ": " + problem));
            } else if (file.getFileName().toString().startsWith("TEST-aqua-")) {
                problems.addAll(new SuiteFile(file).problems());
            }
        }
        return problems;
    }

    /** What the schema does not take of a receipt. */
    public static List<String> problems(String receipt) {
        return SCHEMA.validate(receipt, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** Tests lay other files in their places, too. */
    private static boolean isReceipt(Path file) {
        return file.endsWith("run.json")
                && Files.isRegularFile(file)
                && text(file).contains("\"plugin\": ");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(List<String> none) {
        if (!none.isEmpty()) {
            throw new AssertionError("receipts that the schema refuses: " + String.join("; ", none));
        }
    }
}
