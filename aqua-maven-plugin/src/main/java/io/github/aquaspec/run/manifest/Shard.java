package io.github.aquaspec.run.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One of several machines that share the manifests of a build. Which machine takes which manifest depends on the
 * manifest's id alone: not on the others, and not on the order of a file system.
 *
 * @param number this machine, from 1
 * @param count how many there are
 */
public record Shard(int number, int count) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

    public Shard {
        if (number < 1 || number > count) {
            throw new IllegalArgumentException("no shard: " + number + "/" + count);
        }
    }

    /** Reads {@code 3/16}; empty when that is not what stands there. */
    public static Optional<Shard> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(form.group(1));
        int count = Integer.parseInt(form.group(2));
        return number < 1 || number > count ? Optional.empty() : Optional.of(new Shard(number, count));
    }

    /** Whether this machine takes a manifest. */
    public boolean takes(ManifestId id) {
        CRC32 crc = new CRC32();
        crc.update(id.text().getBytes(StandardCharsets.UTF_8));
        return crc.getValue() % count == number - 1;
    }

    @Override
    public String toString() {
        return number + "/" + count;
    }
}
