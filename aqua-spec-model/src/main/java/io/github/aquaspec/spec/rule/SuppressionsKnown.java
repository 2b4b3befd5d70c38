package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import io.github.aquaspec.spec.diagnostic.KnownCodes;
import io.github.aquaspec.spec.diagnostic.NearNames;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.Suppression;
import io.github.aquaspec.spec.source.SourceMap;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.source.SpecPath;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A suppression names a finding that there is and that can be accepted. */
final class SuppressionsKnown implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        check(job.suppress(), SpecPath.ROOT, places, findings);
        QueryInJob.all(job, places).forEach(query -> check(query.query().suppress(), query.path(), places, findings));
    }

    private static void check(
            List<Suppression> suppressions, SpecPath around, SourceMap places, Consumer<Diagnostic> findings) {
        for (int i = 0; i < suppressions.size(); i++) {
            Span place = places.value(around.key("suppress").index(i).key("code"));
            problem(suppressions.get(i).code()).ifPresent(finding -> findings.accept(finding.at(place)));
        }
    }

    private static Optional<Diagnostic> problem(String id) {
        Optional<Code> code = KnownCodes.find(id);
        if (code.isEmpty() && KnownCodes.isLater(id)) {
            return Optional.empty();
        }
        if (code.isEmpty()) {
            return Optional.of(Diagnostic.of(KeyCode.UNKNOWN_CODE, "there is no finding " + Quoted.of(id))
                    .fix(NearNames.nearest(id, KnownCodes.all().keySet())
                            .map(near -> "did you mean " + near + "?")
                            .orElse("write the code that stands in brackets in front of a finding, such as AQ201")));
        }
        return code.filter(c -> c.severity() == Severity.ERROR)
                .map(c -> Diagnostic.of(KeyCode.NOT_SUPPRESSIBLE, id + " is an error and cannot be accepted")
                        .fix("take it out of suppress and mend what it says"));
    }
}
