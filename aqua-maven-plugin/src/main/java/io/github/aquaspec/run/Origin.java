package io.github.aquaspec.run;

import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.state.KnownJob;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where the job behind a snapshot comes from, and what is remembered of it. */
interface Origin {

    /**
     * What the run starts from. Nothing is submitted yet.
     *
     * @throws JobFailedException when nothing may be
     */
    Opening open() throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException;

    /**
     * The job, in whatever state it is.
     *
     * @param plan of the opening
     */
    JobReply job(JobPlan plan) throws JobFailedException, CallFailedException, IOException, InterruptedException;

    /** The job as it is to be kept in mind; of one that somebody else submitted, nothing. */
    Optional<KnownJob> known(String jobId) throws StateException;

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
