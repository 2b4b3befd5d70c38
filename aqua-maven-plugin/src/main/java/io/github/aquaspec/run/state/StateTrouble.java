package io.github.aquaspec.run.state;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Turns what is wrong with a file of the state into a finding. */
final class StateTrouble {

    private StateTrouble() {}

    static StateException damaged(Path file, MalformedStateException e, String fix) {
        return new StateException(
                e.isNewer()
                        ? Diagnostic.of(
                                        StateCode.DAMAGED,
                                        file + " was written by a newer version of this plugin: " + e.getMessage())
                                .fix("use the version that wrote it, or a later one; leave the file as it is")
                        : Diagnostic.of(StateCode.DAMAGED, file + " is damaged: " + e.getMessage())
                                .fix(fix));
    }

    static StateException ofAnother(Path file, TargetIdentity found, TargetIdentity ours) {
        return new StateException(
                Diagnostic.of(StateCode.OTHER_TARGET, file + " is about " + found + ", and this run goes to " + ours)
                        .fix("set the environment, endpoint, entity and organizations of the runs before, or keep this"
                                + " state elsewhere with -Daqua.stateDirectory=…"));
    }

    static StateException unusable(String verb, Path file, IOException e) {
        String told = e instanceof FileSystemException fs && fs.getReason() != null ? fs.getReason() : e.getMessage();
        String reason = told == null ? e.getClass().getSimpleName() : told;
        return new StateException(
                Diagnostic.of(StateCode.UNUSABLE, "cannot " + verb + " " + file + ": " + reason)
                        .fix("give this user access there, or choose another -Daqua.stateDirectory"),
                e);
    }
}
