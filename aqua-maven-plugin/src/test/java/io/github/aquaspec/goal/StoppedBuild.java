package io.github.aquaspec.goal;

import java.nio.file.Path;

/** A build that does nothing but {@code aqua:run}, as a process of its own, so that whoever stops it stops a process. */
final class StoppedBuild extends GoalFixture {

    /** Arguments: the module, the server, and whether jobs are cancelled when the build is stopped. */
    public static void main(String[] args) throws Exception {
        StoppedBuild build = new StoppedBuild();
        build.module = Path.of(args[0]);
        build.server("zuora", "id", "a-secret");
        RunMojo run = new RunMojo(new ReversingDecrypter(), null);
        set(run, "session", build.session());
        set(run, "project", build.project());
        set(run, "execution", build.execution());
        set(run, "endpoint", args[1]);
        set(run, "cancelOnAbort", Boolean.valueOf(args[2]));
        // What Maven takes from the descriptor.
        set(run, "includes", "**/*.yaml");
        set(run, "whenNoCredentials", "fail");
        set(run, "parallelJobs", 20);
        set(run, "progress", "auto");
        inAnotherBuild(run).execute();
    }

    @Override
    String goal() {
        return "run";
    }
}
