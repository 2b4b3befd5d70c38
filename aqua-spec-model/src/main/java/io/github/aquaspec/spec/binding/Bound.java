package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.Optional;

/**
 * What a tree says.
 *
 * @param job what could be read; complete if and only if binding found no error. Queries that cannot be read are left
 *     out of it and of the places, so that rules can speak about the others. Empty when too little is left to speak
 *     about
 * @param places where the values of {@code job} stand
 */
public record Bound(Optional<JobSpec> job, SourceMap places) {}
