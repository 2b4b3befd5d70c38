package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Small real snapshots. */
final class Snapshots {

    static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");

    private Snapshots() {}

    /** Stages and seals a snapshot of one file of one column, a line each. */
    static StagingDirectory staged(Disk disk, Path target, String... values) throws IOException {
        StagingDirectory staging = StagingDirectory.create(disk, target);
        byte[] csv = csv(values);
        try (StagedFile file = staging.create("Account Überblick".replace("Ü", "Ue") + ".csv")) {
            file.write(csv);
            StoredFile stored = file.commit(sha256(csv));
            staging.seal(descriptor("Account", stored, csv, values.length));
        }
        return staging;
    }

    static byte[] csv(String... values) {
        return ("Account.Name\n" + String.join("\n", values) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static DataPackage descriptor(String name, StoredFile stored, byte[] csv, long records) {
        return new DataPackage(
                "crm/nightly",
                Optional.empty(),
                Optional.of(CREATED),
                new DataPackage.Job(
                        "2c92c0f9",
                        "1.0",
                        DataPackage.Mode.STATELESS,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                List.of(new DataPackage.Resource(
                        name,
                        stored,
                        List.of("Account.Name"),
                        "",
                        Optional.of("\n"),
                        new DataPackage.Content(csv.length, sha256(csv), records),
                        new DataPackage.Query(
                                "Account",
                                "select Name from Account",
                                "zoqlexport",
                                Optional.of("145.0"),
                                Optional.empty(),
                                DataPackage.Load.FULL,
                                Optional.empty(),
                                Optional.empty()))));
    }

    static String sha256(byte[] bytes) {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes);
        return Sha256.hex(digest);
    }
}
