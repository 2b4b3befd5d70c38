package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.SourceData;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.function.Consumer;

/** The warehouse is retired (Zuora release notes of 2024-04-05), and with it the members that choose it. */
final class RetiredMembers implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        if (job.sourceData().filter(SourceData.WAREHOUSE::equals).isPresent()) {
            findings.accept(retired("WAREHOUSE is").at(places.value(JobPaths.SOURCE_DATA)));
        }
        if (job.warehouseSize().isPresent()) {
            findings.accept(retired("warehouseSize belongs to").at(places.key(JobPaths.WAREHOUSE_SIZE)));
        }
    }

    private static Diagnostic retired(String what) {
        return Diagnostic.of(JobCode.RETIRED, what + " a source that Zuora has retired")
                .fix("leave it out");
    }
}
