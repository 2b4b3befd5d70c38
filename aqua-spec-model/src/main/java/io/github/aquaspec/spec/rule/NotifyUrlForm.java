package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * {@code notifyUrl} is an address that can be called and says which job it is about (Zuora documentation, Post query
 * with notification). Zuora checks neither.
 */
final class NotifyUrlForm implements Rule {

    private static final Pattern ADDRESS = Pattern.compile("^(?i)https?://[^/\\s]+");
    private static final List<String> PLACEHOLDERS = List.of("${JOBID}", "${STATUS}");

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        String url = job.notifyUrl().orElse("");
        if (url.isEmpty()) {
            return;
        }
        if (!ADDRESS.matcher(url).find()) {
            findings.accept(Diagnostic.of(JobCode.NOTIFY_URL_NOT_HTTP, "notifyUrl is no http or https address")
                    .at(places.value(JobPaths.NOTIFY_URL))
                    .fix("start it with https:// and a host"));
        }
        List<String> missing =
                PLACEHOLDERS.stream().filter(p -> !url.contains(p)).toList();
        if (!missing.isEmpty()) {
            findings.accept(Diagnostic.of(
                            JobCode.NOTIFY_URL_WITHOUT_JOB,
                            "notifyUrl does not contain " + String.join(" and ", missing))
                    .at(places.value(JobPaths.NOTIFY_URL))
                    .fix("add " + String.join(" and ", missing) + " where the receiver looks for them"));
        }
    }
}
