package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Several snapshots as one zip, the same bytes whoever writes it: files sorted by the bytes of their names, all of one
 * time, one mode and one level of compression; no folders, no comments, nothing of the machine. What is compressed
 * already is stored as it is.
 *
 * <p>A zip knows no time zones; its times are written in UTC. The library writes them by the zone of the machine, so that
 * a time which that zone leaves out, when its clocks go forward, becomes the hour behind it.
 *
 * @param disk where the snapshots are
 * @param time of all files, from 1980-01-01T00:00:02Z: zips know none before
 */
public record SnapshotArchive(Disk disk, Instant time) {

    /** A file that anybody may read, in the words of Unix. */
    private static final int MODE = 0100644;

    private static final int LEVEL = 6;
    /** Two builds may write into one folder; neither takes the other's half for its own. */
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private static final Comparator<String> BY_BYTES = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    /**
     * A file on its way into the zip.
     *
     * @param path where it is
     * @param sha256 what it must be
     */
    private record Member(Path path, String sha256) {}

    /**
     * Writes the zip beside its place, and puts it there as a whole. One of the same bytes stays untouched.
     *
     * @param snapshots by the folder that each gets in the zip
     * @throws ChangedFileException when a file is not what the sums of its snapshot say; nothing was written then
     * @throws IOException when the disk fails; what was there before is untouched
     */
    public void write(Path zip, Map<String, Path> snapshots) throws IOException {
        SortedMap<String, Member> members = new TreeMap<>(BY_BYTES);
        for (Map.Entry<String, Path> snapshot : snapshots.entrySet()) {
            addMembers(snapshot.getKey() + "/", snapshot.getValue(), members);
        }
        Trees.createDirectories(disk, zip.getParent());
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        Path part = zip.resolveSibling(
                "." + zip.getFileName() + "." + HexFormat.of().formatHex(random) + ".part");
        try {
            write(part, members);
            if (!isSame(part, zip)) {
                disk.move(part, zip);
                disk.forceDirectory(zip.getParent());
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** What the sums name lies in the folder; a name that leads elsewhere would be written elsewhere by who unpacks it. */
    private void addMembers(String folder, Path snapshot, Map<String, Member> members) throws IOException {
        Path sums = snapshot.resolve(Sha256Sums.FILE_NAME);
        byte[] text = SmallFile.read(disk, sums);
        Map<String, Path> present = new HashMap<>();
        for (Path path : disk.list(snapshot)) {
            present.put(path.getFileName().toString(), path);
        }
        for (Map.Entry<String, String> sum : parsed(sums, text).digests().entrySet()) {
            if (!present.containsKey(sum.getKey())) {
                throw new ChangedFileException(sums);
            }
            members.put(folder + sum.getKey(), new Member(present.get(sum.getKey()), sum.getValue()));
        }
        MessageDigest ofSums = Sha256.digest();
        ofSums.update(text);
        members.put(folder + Sha256Sums.FILE_NAME, new Member(sums, Sha256.hex(ofSums)));
    }

    private static Sha256Sums parsed(Path sums, byte[] text) throws ChangedFileException {
        try {
            return Sha256Sums.parse(new String(text, StandardCharsets.UTF_8));
        } catch (MalformedSumsException e) {
            throw new ChangedFileException(sums);
        }
    }

    private void write(Path part, SortedMap<String, Member> members) throws IOException {
        boolean isPrivate = false;
        for (Member member : members.values()) {
            isPrivate |= isPrivate(member.path());
        }
        (isPrivate ? disk.createPrivateFile(part) : disk.createFile(part)).close();
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                ZipArchiveOutputStream out = new ZipArchiveOutputStream(channel)) {
            out.setLevel(LEVEL);
            out.setUseZip64(Zip64Mode.AsNeeded);
            for (Map.Entry<String, Member> member : members.entrySet()) {
                out.putArchiveEntry(entry(member.getKey(), member.getValue()));
                copy(member.getValue(), out);
                out.closeArchiveEntry();
            }
            out.finish();
            channel.force(true);
        }
    }

    /** Whether its owner alone may open it, as what was encrypted; then nobody else opens the zip either. */
    private static boolean isPrivate(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Collections.disjoint(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS), OTHERS);
    }

    private ZipArchiveEntry entry(String name, Member member) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        entry.setUnixMode(MODE);
        entry.setMethod(name.endsWith(".gz") ? ZipEntry.STORED : ZipEntry.DEFLATED);
        entry.setSize(Files.size(member.path())); // decides whether the entry needs Zip64
        return entry;
    }

    private void copy(Member member, ZipArchiveOutputStream out) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = disk.read(member.path())) {
            byte[] buffer = new byte[1 << 16];
            int read;
            while ((read = in.read(buffer)) >= 0) {
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (!Sha256.hex(digest).equals(member.sha256())) {
            throw new ChangedFileException(member.path());
        }
    }

    private boolean isSame(Path part, Path zip) throws IOException {
        return disk.kind(zip) == Disk.Kind.FILE && Files.mismatch(part, zip) < 0;
    }
}
