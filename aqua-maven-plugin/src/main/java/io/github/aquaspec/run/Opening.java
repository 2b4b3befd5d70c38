package io.github.aquaspec.run;

import io.github.aquaspec.run.check.Verdict;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.spec.model.Expect.Load;
import java.util.List;
import java.util.Optional;

/**
 * What a run starts from.
 *
 * @param plan what is submitted, and what is expected of it
 * @param before what was published last
 * @param loads for each query of the plan what should come of it; where nothing is known, nothing
 * @param said what was found before anything is sent
 */
record Opening(JobPlan plan, Optional<Published> before, List<Load> loads, Verdict said) {

    Opening {
        loads = List.copyOf(loads);
    }

    /** Of a job of which nothing is to be said or expected. */
    static Opening of(JobPlan plan, Optional<Published> before) {
        return new Opening(plan, before, List.of(), Verdict.NOTHING);
    }

    /** Of a job of which this is said, and no more is known. */
    static Opening of(JobPlan plan, Verdict said) {
        return new Opening(plan, Optional.empty(), List.of(), said);
    }

    /** The same, and more to say. */
    Opening and(Verdict more) {
        return new Opening(plan, before, loads, said.and(more));
    }
}
