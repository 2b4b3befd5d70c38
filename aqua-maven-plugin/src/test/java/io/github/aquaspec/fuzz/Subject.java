package io.github.aquaspec.fuzz;

import io.github.aquaspec.client.AnswerTarget;
import io.github.aquaspec.verify.CsvTarget;
import io.github.aquaspec.verify.GzipTarget;
import io.github.aquaspec.verify.ZipTarget;
import java.util.Locale;

/** The readers of bytes that others wrote. For each a twin with one bug, by which the fuzzing itself is proven. */
enum Subject {
    /** Job specs from YAML and JSON: a job or errors, never an exception; each finding can be drawn. */
    MANIFEST(2_000, ManifestTarget::check, ManifestTarget::checkPlanted),
    /** Query texts in both dialects: a query or problems, never an exception; each place lies in the text. */
    ZOQL(12_000, ZoqlTarget::check, ZoqlTarget::checkPlanted),
    /** Tables: a count or a fault, the same however the bytes are cut, and the one that a slow reader gets. */
    CSV(12_000, CsvTarget::check, CsvTarget::checkPlanted),
    /** What is taken for sound, the JDK reads to the same bytes; all else is a fault. */
    GZIP(12_000, GzipTarget::check, GzipTarget::checkPlanted),
    /** The same, and the CRC-32 in the directory is that of the bytes, in an archive of one entry. */
    ZIP(3_000, ZipTarget::check, ZipTarget::checkPlanted),
    /** Answers of the server: a job or a failed call that says something, whatever the status. */
    ANSWER(12_000, AnswerTarget::check, AnswerTarget::checkPlanted);

    private final int inputs;
    private final Target real;
    private final Target planted;

    Subject(int inputs, Target real, Target planted) {
        this.inputs = inputs;
        this.real = real;
        this.planted = planted;
    }

    /** How many inputs a quick look takes. */
    int inputs() {
        return inputs;
    }

    Target real() {
        return real;
    }

    Target planted() {
        return planted;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
