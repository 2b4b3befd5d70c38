package io.github.aquaspec.run;

import io.github.aquaspec.run.event.DataFile;
import io.github.aquaspec.run.plan.Packing;
import io.github.aquaspec.run.state.Journal;
import io.github.aquaspec.run.state.JournalEntry.Served;
import io.github.aquaspec.run.state.JournalEntry.Stored;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.verify.Container;
import io.github.aquaspec.verify.CorruptFileException;
import io.github.aquaspec.verify.Limits;
import io.github.aquaspec.verify.Observation;
import io.github.aquaspec.verify.Verification;
import io.github.aquaspec.verify.VerifiedFile;
import io.github.aquaspec.verify.VerifiedSegment;
import io.github.aquaspec.verify.cell.CellChecks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run that was stopped has stored of the files of its job. The journal says what should be there; the bytes are
 * read again all the same, for it is the data that is published.
 *
 * @param journal where what is stored now is written down
 */
record StoredFiles(Disk disk, Optional<Journal> journal) {

    /**
     * A data file as it was stored before.
     *
     * @param folder where it lies
     * @param ids the files of Zuora's that it must be made of
     * @param cells look at its cells
     * @return empty when there is none, or its bytes are others
     */
    Optional<DataFile> before(Path folder, String name, List<String> ids, CellChecks cells) throws IOException {
        Optional<Stored> known = journal.flatMap(Journal::run).map(JournalledRun::files).stream()
                .flatMap(List::stream)
                .filter(stored ->
                        stored.file().name().equals(name) && stored.fileIds().equals(ids))
                .reduce((first, last) -> last);
        Path file = folder.resolve(name);
        return known.isEmpty() || disk.kind(file) != Disk.Kind.FILE
                ? Optional.empty()
                : counted(known.get(), file, cells);
    }

    private Optional<DataFile> counted(Stored known, Path file, CellChecks cells) throws IOException {
        Container container = Packing.containerOf(known.file().name());
        try (InputStream in = disk.read(file)) {
            VerifiedFile found = Verification.verify(container, in, cells.output(), Limits.STORED, file);
            VerifiedSegment whole = found.segments().get(0);
            boolean same = whole.servedBytes() == known.file().bytes()
                    && whole.servedSha256().equals(known.file().sha256());
            return same
                    ? Optional.of(new DataFile(asServed(found, known.served()), known.file(), cells.finish()))
                    : Optional.empty();
        } catch (CorruptFileException e) {
            return Optional.empty();
        }
    }

    /** What came over the wire is known from the journal alone; what is odd about the whole is told with its first part. */
    private static VerifiedFile asServed(VerifiedFile found, List<Served> served) {
        List<VerifiedSegment> segments = new ArrayList<>();
        for (Served body : served) {
            List<Observation> odd = segments.isEmpty() ? found.observations() : List.of();
            segments.add(new VerifiedSegment(body.bytes(), body.sha256(), body.records(), odd));
        }
        return new VerifiedFile(
                segments, found.bytes(), found.sha256(), found.records(), found.header(), found.lineEnd());
    }

    /** Writes down that a file is stored, and durable. */
    void note(DataFile file, List<String> ids) throws StateException {
        if (journal.isPresent()) {
            List<Served> served = file.content().segments().stream()
                    .map(s -> new Served(s.servedBytes(), s.servedSha256(), s.records()))
                    .toList();
            journal.get().append(new Stored(file.stored(), ids, served));
        }
    }
}
