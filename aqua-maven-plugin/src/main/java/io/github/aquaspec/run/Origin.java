package io.github.aquaspec.run;

import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.state.Journal;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where the job behind a snapshot comes from, and what is remembered of it. */
interface Origin {

    /**
     * A job, in whatever state it is.
     *
     * @param plan the plan as the job answers it: its window may be another than was planned
     * @param reply what Zuora says
     */
    record Job(JobPlan plan, JobReply reply) {}

    /**
     * What the run starts from. Nothing is submitted yet.
     *
     * @throws JobFailedException when nothing may be
     */
    Opening open() throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException;

    /**
     * The job.
     *
     * @param plan of the opening
     */
    Job job(JobPlan plan)
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException;

    /** Where the steps of the run are written down; absent where nobody will continue it. */
    Optional<Journal> journal();

    /** Whether another job may take its place without anything being lost, should its files be gone. */
    boolean isReplaceable();

    /** Just before publishing: a run that came too late must not take the place of the one before. */
    void requireUnchanged(Opening opening) throws StateException;

    /**
     * Remembers a job whose snapshot is published.
     *
     * @param published the plan, with all queries that were answered
     * @return what is to be said about it
     */
    List<Diagnostic> remember(Opening opening, JobPlan published, JobReply job) throws StateException;
}
