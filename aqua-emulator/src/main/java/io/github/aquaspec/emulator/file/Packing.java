package io.github.aquaspec.emulator.file;

import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * What is round the rows of a result file.
 *
 * @param format the container
 * @param encryption for whom it is encrypted, if it is
 * @param dialect how lines end
 * @param zipEntry the name inside a zip, with {@code {fileId}} for the file's id
 */
public record Packing(FileFormat format, Optional<Encryption> encryption, CsvDialect dialect, String zipEntry) {

    /**
     * As the settings say.
     *
     * @param encrypted whether the job asks for OpenPGP
     * @throws IOException when there is no key for it, or none that can be used; the message says which
     */
    public static Packing of(FileFormat format, boolean encrypted, Settings settings) throws IOException {
        return new Packing(
                format,
                encrypted ? Optional.of(Encryption.of(settings)) : Optional.empty(),
                CsvDialect.of(settings),
                settings.get(Setting.ZIP_ENTRY));
    }

    /** Wraps a stream; closing the result completes all layers, and closes the stream. */
    OutputStream open(OutputStream out, String fileId) throws IOException {
        String entry = zipEntry.replace("{fileId}", fileId);
        if (encryption.isEmpty()) {
            return format.open(out, entry);
        }
        Encryption pgp = encryption.get();
        return switch (pgp.layers()) {
            case INSIDE -> pgp.open(format.open(out, entry + ".gpg"));
            case OUTSIDE -> format.open(pgp.open(out), entry);
        };
    }
}
