package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.Output.Layout;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.function.Consumer;

/**
 * Changes that replace the changes before are gone unless somebody took them in time. What a session brings is as
 * perishable; there {@link StatelessAdvice} speaks, and its page says this too.
 */
final class ChangesKeptApart implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        if (job.output().layout() == Layout.REPLACE && job.window().isPresent()) {
            findings.accept(Diagnostic.of(JobCode.CHANGES_REPLACED, "each run replaces the changes of the run before")
                    .at(places.key(JobPaths.WINDOW))
                    .fix("write `output: {layout: dated}` to keep them side by side"));
        }
    }
}
