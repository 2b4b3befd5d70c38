package io.github.aquaspec.run.state;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.Optional;

/** {@code window.json} of a manifest at a target: what was published last. May be kept in version control. */
record PublishedFile(StateFile file, TargetIdentity identity) {

    /** What was published last; nothing, where nothing ever was. */
    Optional<Published> read() throws StateException {
        Optional<byte[]> content = file.content();
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            Published published = StateReader.published(content.get());
            if (!published.identity().equals(identity)) {
                throw StateTrouble.ofAnother(file.path(), published.identity(), identity);
            }
            return Optional.of(published);
        } catch (MalformedStateException e) {
            throw StateTrouble.damaged(
                    file.path(),
                    e,
                    "restore it from version control; or write it anew from the newest snapshot's"
                            + " datapackage.json, with its `aqua:window`; deleting it begins anew (docs/state.md)");
        }
    }

    /** Refuses where what was published last is not what a run has started from. */
    void require(Optional<Published> expected) throws StateException {
        Optional<Published> actual = read();
        if (!actual.equals(expected)) {
            throw new StateException(Diagnostic.of(
                            StateCode.CHANGED,
                            "another run has published meanwhile: " + file.path() + " holds " + told(actual)
                                    + " where this run started from " + told(expected))
                    .fix("run again: it goes on from there; let one build at a time run a manifest"));
        }
    }

    /** Compares and sets. */
    void commit(Optional<Published> expected, Published next) throws StateException {
        if (!next.identity().equals(identity)) {
            throw new IllegalArgumentException(next + " is of " + next.identity() + ", not of " + identity);
        }
        require(expected);
        file.put(StateWriter.write(next));
    }

    private static String told(Optional<Published> published) {
        return published.map(Object::toString).orElse("nothing");
    }
}
