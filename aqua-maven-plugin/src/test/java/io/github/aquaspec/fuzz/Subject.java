package io.github.aquaspec.fuzz;

import io.github.aquaspec.client.AnswerTarget;
import io.github.aquaspec.verify.CsvTarget;
import io.github.aquaspec.verify.GzipTarget;
import io.github.aquaspec.verify.ZipTarget;
import java.util.Locale;

/** The readers of bytes that others wrote. For each a twin with one bug, by which the fuzzing itself is proven. */
enum Subject {
    /** Job specs from YAML and JSON: a job or errors, never an exception; each finding can be drawn. */
    MANIFEST(700, ManifestTarget::check, ManifestTarget::checkPlanted, "StringIndexOutOfBounds"),
    /** Query texts in both dialects: a query or problems, never an exception; each place lies in the text. */
    ZOQL(5_000, ZoqlTarget::check, ZoqlTarget::checkPlanted, "hangs|timeout"),
    /** Tables: a count or a fault, the same however the bytes are cut, and the one that a slow reader gets. */
    CSV(5_000, CsvTarget::check, CsvTarget::checkPlanted, "in pieces of"),
    /** What is taken for sound, the JDK reads to the same bytes; all else is a fault. */
    GZIP(5_000, GzipTarget::check, GzipTarget::checkPlanted, "other bytes"),
    /** The same, and the CRC-32 in the directory is that of the bytes, in an archive of one entry. */
    ZIP(700, ZipTarget::check, ZipTarget::checkPlanted, "other bytes"),
    /** Answers of the server: a job or a failed call that says something, whatever the status. */
    ANSWER(5_000, AnswerTarget::check, AnswerTarget::checkPlanted, "IndexOutOfBounds");

    private final int inputs;
    private final Target real;
    private final Target planted;
    private final String symptom;

    Subject(int inputs, Target real, Target planted, String symptom) {
        this.inputs = inputs;
        this.real = real;
        this.planted = planted;
        this.symptom = symptom;
    }

    /** How many inputs a quick look takes; three times as many where there is time. */
    int inputs() {
        return Boolean.getBoolean("aqua.proof") ? 3 * inputs : inputs;
    }

    Target real() {
        return real;
    }

    Target planted() {
        return planted;
    }

    /** By which the planted bug is known, a pattern. */
    String symptom() {
        return symptom;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
