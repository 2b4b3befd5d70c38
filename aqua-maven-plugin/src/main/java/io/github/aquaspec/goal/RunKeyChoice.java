package io.github.aquaspec.goal;

import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Names the run of a build: what the build says itself, or what it runs in. A CI run keeps its id and the name of its
 * job when it is run again, so the second try finds the job of the first, on a machine that knows nothing.
 *
 * @param given what the build says; may be null
 * @param environment the variables
 */
record RunKeyChoice(String given, UnaryOperator<String> environment) {

    /** Longer ones would only fill the log. */
    private static final int LONGEST = 200;

    /** The id of a run and the name of a job in it, for each CI system that has both. */
    private static final List<Variables> CI = List.of(
            new Variables("GITHUB_RUN_ID", "GITHUB_JOB"),
            new Variables("CI_PIPELINE_ID", "CI_JOB_NAME"),
            new Variables("BUILD_BUILDID", "SYSTEM_JOBNAME"),
            new Variables("CIRCLE_WORKFLOW_ID", "CIRCLE_JOB"),
            new Variables("BUILDKITE_BUILD_ID", "BUILDKITE_LABEL"),
            new Variables("TRAVIS_BUILD_ID", "TRAVIS_JOB_NAME"),
            new Variables("BUILD_TAG", "JOB_NAME"));

    private record Variables(String run, String job) {}

    /**
     * A key and where it is from.
     *
     * @param source for the log
     */
    record Found(String key, String source) {}

    /**
     * The key of this build; empty where nothing names the run, and it gets a random one.
     *
     * @param local whether the server lives and dies with this build: then no other machine has asked it before
     * @param problems takes what is wrong
     */
    Optional<Found> find(boolean local, List<Diagnostic> problems) {
        if (given != null && !given.isBlank()) {
            String key = given.strip();
            if (key.length() > LONGEST || !key.matches("[ -~]*")) {
                problems.add(Diagnostic.of(TargetCode.BAD_PROPERTY, "aqua.runKey cannot name a run")
                        .fix("use at most " + LONGEST + " ASCII characters, such as the number of the build"));
                return Optional.empty();
            }
            return Optional.of(new Found(key, "aqua.runKey"));
        }
        return local ? Optional.empty() : ofCi();
    }

    private Optional<Found> ofCi() {
        for (Variables names : CI) {
            String run = environment.apply(names.run());
            String job = environment.apply(names.job());
            if (run != null && !run.isBlank() && job != null && !job.isBlank()) {
                String key = printable(run.strip() + "-" + job.strip());
                return Optional.of(new Found(key, names.run() + ", " + names.job()));
            }
        }
        return Optional.empty();
    }

    private static String printable(String text) {
        String plain = text.replaceAll("[^ -~]", "_");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
