package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.function.Consumer;

/** {@code notifyUrl} has fewer than 5,000 characters (Zuora documentation, AQuA error codes, 90014). */
final class NotifyUrlLength implements Rule {

    private static final int TOO_LONG = 5000;

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        int length = job.notifyUrl().map(String::length).orElse(0);
        if (length >= TOO_LONG) {
            findings.accept(Diagnostic.of(JobCode.LONG_NOTIFY_URL, "notifyUrl has " + length + " characters")
                    .at(places.key(JobPaths.NOTIFY_URL))
                    .fix("shorten it to at most 4,999 characters"));
        }
    }
}
