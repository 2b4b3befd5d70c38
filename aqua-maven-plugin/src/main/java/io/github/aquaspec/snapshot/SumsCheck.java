package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Complete = the sums verify and list exactly the files present. */
final class SumsCheck {

    private final Disk disk;
    private final Map<String, StoredFile> measured;

    /** A check that reads every file. */
    SumsCheck(Disk disk) {
        this(disk, Map.of());
    }

    /**
     * A check.
     *
     * @param measured files whose bytes were read just now, by name; they are not read again
     */
    SumsCheck(Disk disk, Map<String, StoredFile> measured) {
        this.disk = disk;
        this.measured = measured;
    }

    List<Finding> check(Path directory) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Set<String> present = new TreeSet<>();
        for (Path path : disk.list(directory)) {
            String name = path.getFileName().toString();
            if (disk.kind(path) == Disk.Kind.FILE) {
                present.add(name);
            } else {
                findings.add(new Finding.NotAFile(name));
            }
        }
        if (!present.remove(Sha256Sums.FILE_NAME)) {
            findings.add(new Finding.Missing(Sha256Sums.FILE_NAME, "every snapshot"));
            return findings;
        }
        try {
            byte[] text = SmallFile.read(disk, directory.resolve(Sha256Sums.FILE_NAME));
            compare(directory, present, Sha256Sums.parse(new String(text, StandardCharsets.UTF_8)), findings);
        } catch (MalformedSumsException e) {
            findings.add(new Finding.Unreadable(Sha256Sums.FILE_NAME, e.getMessage()));
        }
        return findings;
    }

    private void compare(Path directory, Set<String> present, Sha256Sums sums, List<Finding> findings)
            throws IOException {
        SortedMap<String, String> digests = sums.digests();
        for (String name : present) {
            if (!digests.containsKey(name)) {
                findings.add(new Finding.Unlisted(name, Sha256Sums.FILE_NAME));
            }
        }
        for (String name : digests.keySet()) {
            if (!present.contains(name)) {
                findings.add(new Finding.Missing(name, Sha256Sums.FILE_NAME));
                continue;
            }
            String actual = sum(directory, name);
            if (!actual.equals(digests.get(name))) {
                findings.add(new Finding.DigestDiffers(name, Sha256Sums.FILE_NAME, digests.get(name), actual));
            }
        }
    }

    private String sum(Path directory, String name) throws IOException {
        StoredFile known = measured.get(name);
        return known != null
                ? known.sha256()
                : StoredFile.read(disk, directory.resolve(name)).sha256();
    }
}
