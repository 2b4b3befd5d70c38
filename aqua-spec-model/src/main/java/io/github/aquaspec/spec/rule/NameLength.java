package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.function.Consumer;

/** A job's name has at most 32 characters (Zuora documentation, Post query; not seen to be enforced). */
final class NameLength implements Rule {

    private static final int LONGEST = 32;

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        int length =
                job.name().map(name -> name.codePointCount(0, name.length())).orElse(0);
        if (length > LONGEST) {
            findings.accept(
                    Diagnostic.of(JobCode.LONG_NAME, "the name has " + length + " characters, 32 are documented")
                            .at(places.value(JobPaths.NAME))
                            .fix("shorten the name"));
        }
    }
}
