package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks at a published directory from its bytes alone: the sums verify and list exactly the files present, the
 * descriptor lists exactly the data files, and lengths, digests, columns and record counts in it are those of the bytes.
 */
public final class SnapshotCheck {

    private final Disk disk;
    private final Counting counting;

    /** Checks on this disk, and has the content of data files counted by {@code counting}. */
    public SnapshotCheck(Disk disk, Counting counting) {
        this.disk = disk;
        this.counting = counting;
    }

    /** Counts the content of a data file. */
    @FunctionalInterface
    public interface Counting {

        /**
         * Reads the file from its first byte to its last.
         *
         * @throws IOException when it cannot be read
         */
        Count count(Path file) throws IOException;
    }

    /** What counting came to. */
    public sealed interface Count {}

    /**
     * The content is sound.
     *
     * @param stored the file as it lies there
     * @param columns of its header
     * @param content its figures
     */
    public record Counted(StoredFile stored, List<String> columns, DataPackage.Content content) implements Count {
        public Counted {
            columns = List.copyOf(columns);
        }
    }

    /**
     * The content is not sound.
     *
     * @param why one sentence
     */
    public record NotSound(String why) implements Count {}

    /**
     * What was found.
     *
     * @param findings why this is no complete snapshot; empty when it is
     * @param descriptor what the descriptor says, where it could be read
     */
    public record Result(List<Finding> findings, Optional<DataPackage> descriptor) {
        public Result {
            findings = List.copyOf(findings);
        }

        /** Whether nothing was found. */
        public boolean isComplete() {
            return findings.isEmpty();
        }
    }

    /**
     * Checks one directory.
     *
     * @throws IOException when it cannot be read at all
     */
    public Result check(Path directory) throws IOException {
        List<Finding> ofDescriptor = new ArrayList<>();
        Map<String, StoredFile> measured = new HashMap<>();
        Path file = directory.resolve(DataPackage.FILE_NAME);
        Optional<DataPackage> descriptor = Optional.empty();
        if (disk.kind(file) != Disk.Kind.FILE) {
            ofDescriptor.add(new Finding.Missing(DataPackage.FILE_NAME, "every snapshot"));
        } else {
            try {
                DataPackage found = DescriptorReader.read(SmallFile.read(disk, file));
                checkFiles(directory, found, measured, ofDescriptor);
                descriptor = Optional.of(found);
            } catch (MalformedDescriptorException e) {
                ofDescriptor.add(new Finding.Unreadable(DataPackage.FILE_NAME, e.getMessage()));
            }
        }
        List<Finding> findings = new ArrayList<>(new SumsCheck(disk, measured).check(directory));
        findings.addAll(ofDescriptor);
        return new Result(findings, descriptor);
    }

    private void checkFiles(
            Path directory, DataPackage descriptor, Map<String, StoredFile> measured, List<Finding> findings)
            throws IOException {
        Set<String> unnamed = new TreeSet<>();
        for (Path path : disk.list(directory)) {
            unnamed.add(path.getFileName().toString());
        }
        unnamed.removeAll(Set.of(DataPackage.FILE_NAME, Sha256Sums.FILE_NAME));
        Set<String> named = new HashSet<>();
        for (DataPackage.Resource resource : descriptor.resources()) {
            String name = resource.file().name();
            named.add(name);
            if (disk.kind(directory.resolve(name)) == Disk.Kind.FILE) {
                measured.put(name, checkResource(directory.resolve(name), resource, findings));
            } else {
                findings.add(new Finding.Missing(name, DataPackage.FILE_NAME));
            }
        }
        unnamed.removeAll(named);
        unnamed.forEach(name -> findings.add(new Finding.Unlisted(name, DataPackage.FILE_NAME)));
    }

    /** Reads a file once: who counts it to its end has measured it as well. */
    private StoredFile checkResource(Path file, DataPackage.Resource resource, List<Finding> findings)
            throws IOException {
        StoredFile expected = resource.file();
        String name = expected.name();
        Count count = counting.count(file);
        StoredFile actual = count instanceof Counted counted ? counted.stored() : StoredFile.read(disk, file);
        if (actual.bytes() != expected.bytes()) {
            findings.add(new Finding.NumberDiffers(name, "bytes", expected.bytes(), actual.bytes()));
        }
        if (!actual.sha256().equals(expected.sha256())) {
            findings.add(new Finding.DigestDiffers(name, DataPackage.FILE_NAME, expected.sha256(), actual.sha256()));
        }
        if (count instanceof NotSound notSound) {
            findings.add(new Finding.Uncountable(name, notSound.why()));
        } else if (count instanceof Counted counted) {
            compare(resource, counted, findings);
        }
        return actual;
    }

    private static void compare(DataPackage.Resource resource, Counted counted, List<Finding> findings) {
        String name = resource.file().name();
        DataPackage.Content expected = resource.content();
        DataPackage.Content actual = counted.content();
        if (actual.records() != expected.records()) {
            findings.add(new Finding.NumberDiffers(name, "aqua:recordCount", expected.records(), actual.records()));
        }
        if (actual.bytes() != expected.bytes()) {
            findings.add(new Finding.NumberDiffers(name, "aqua:contentBytes", expected.bytes(), actual.bytes()));
        }
        if (!actual.sha256().equals(expected.sha256())) {
            findings.add(new Finding.DigestDiffers(
                    name, DataPackage.FILE_NAME + " (aqua:contentSha256)", expected.sha256(), actual.sha256()));
        }
        if (!counted.columns().equals(resource.columns())) {
            findings.add(new Finding.ColumnsDiffer(name));
        }
    }
}
