package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Null is told apart from an empty text, and from any value (Zuora documentation, Post query). */
final class NullsTold implements Rule {

    private static final Pattern BREAKS_CELLS = Pattern.compile("[,\"\\r\\n]");
    private static final Set<String> VALUES = Set.of("0", "1", "true", "false", "yes", "no");

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        job.results()
                .nullReplacement()
                .ifPresent(text -> replacement(text)
                        .ifPresent(finding -> findings.accept(finding.at(places.value(JobPaths.NULL_REPLACEMENT)))));
        if (!places.has(JobPaths.NULL_REPLACEMENT)) {
            QueryInJob.all(job, places)
                    .forEach(query -> query.expectations().stream()
                            .filter(expected -> !expected.expect().notNull().isEmpty())
                            .forEach(expected -> findings.accept(Diagnostic.of(
                                            JobCode.NULL_LOOKS_EMPTY, "an empty text will count as null here")
                                    .at(query.key(expected.key("notNull")))
                                    .fix("write nullReplacement: \"NULL\" at the job where the difference counts"))));
        }
    }

    private static Optional<Diagnostic> replacement(String text) {
        if (BREAKS_CELLS.matcher(text).find()) {
            return Optional.of(Diagnostic.of(
                            JobCode.NULL_LOOKS_LIKE_A_VALUE,
                            "the replacement has a comma, a quote or a line break in it")
                    .why("Whether Zuora then puts it in quotes is not documented; the cells of a record could shift.")
                    .fix("write a word such as NULL"));
        }
        return VALUES.contains(text.strip().toLowerCase(Locale.ROOT))
                ? Optional.of(Diagnostic.of(
                                JobCode.NULL_LOOKS_LIKE_A_VALUE, Quoted.of(text) + " is a value of other cells too")
                        .fix("write a word such as NULL"))
                : Optional.empty();
    }
}
