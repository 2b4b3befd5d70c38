package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.function.Consumer;

/** In a stateful job Zuora keeps the window; ours would be a second one. */
final class WindowNeedsNoSession implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        if (places.has(JobPaths.WINDOW) && Mode.of(job, places) == Mode.STATEFUL) {
            findings.accept(Diagnostic.of(JobCode.WINDOW_IN_SESSION, "a stateful job has no window of ours")
                    .at(places.key(JobPaths.WINDOW))
                    .related(places.key(JobPaths.PARTNER), "")
                    .related(places.key(JobPaths.PROJECT), "")
                    .fix("leave the window out; or leave partner and project out and write version: \"1.0\""));
        }
    }
}
