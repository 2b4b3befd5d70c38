package io.github.aquaspec.run.state;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code columns.json} of a manifest at a target: which columns its readers know. May be kept in version control. */
public final class ColumnsFile {

    private final StateFile file;
    private final TargetIdentity identity;
    private final String manifest;

    ColumnsFile(StateFile file, TargetIdentity identity, String manifest) {
        this.file = file;
        this.identity = identity;
        this.manifest = manifest;
    }

    /** Where it is; it need not exist. */
    public Path path() {
        return file.path();
    }

    /**
     * The header of each query's data files, by their stem.
     *
     * @return nothing, where nothing was ever published, or nobody has kept it
     * @throws StateException when it cannot be read, or is about another target or manifest
     */
    public Optional<Map<String, List<String>>> read() throws StateException {
        Optional<PublishedColumns> found = content();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!found.get().identity().equals(identity)) {
            throw StateTrouble.ofAnother(path(), found.get().identity(), identity);
        }
        if (!found.get().manifest().equals(manifest)) {
            throw new StateException(Diagnostic.of(
                            StateCode.OTHER_MANIFEST,
                            path() + " is about the manifest " + found.get().manifest() + ", and this is " + manifest)
                    .fix("put the file of this manifest there; where the manifest has moved, correct `manifest` in the"
                            + " file; where there is none, delete it, and the next run writes it anew"));
        }
        return Optional.of(found.get().files());
    }

    /**
     * Says which columns are published now.
     *
     * @throws StateException when it cannot be written
     */
    public void write(Map<String, List<String>> files) throws StateException {
        file.put(StateWriter.write(new PublishedColumns(identity, manifest, files)));
    }

    private Optional<PublishedColumns> content() throws StateException {
        Optional<byte[]> content = file.content();
        try {
            return content.isEmpty() ? Optional.empty() : Optional.of(StateReader.columns(content.get()));
        } catch (MalformedStateException e) {
            StateException damaged = StateTrouble.damaged(
                    path(),
                    e,
                    "restore it from version control; or delete it, and the next run takes the columns that come for"
                            + " those that are wanted");
            throw new StateException(
                    damaged.diagnostic().why("Read wrongly, it would let columns pass that nobody has looked at."));
        }
    }
}
