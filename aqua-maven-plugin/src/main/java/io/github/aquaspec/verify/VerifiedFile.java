package io.github.aquaspec.verify;

import java.util.List;

/**
 * A CSV that is complete and sound, as far as its bytes can tell.
 *
 * @param segments the bodies it was made of, in order; one unless the batch was segmented
 * @param bytes length of the CSV
 * @param sha256 of the CSV, 64 lower-case hex digits
 * @param records without the header
 * @param header the columns, decoded
 * @param lineEnd how its lines end
 */
public record VerifiedFile(
        List<VerifiedSegment> segments, long bytes, String sha256, long records, List<String> header, LineEnd lineEnd) {

    public VerifiedFile {
        segments = List.copyOf(segments);
        header = List.copyOf(header);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("a file is made of at least one segment");
        }
    }

    /** Bytes as served, over all segments. */
    public long servedBytes() {
        return segments.stream().mapToLong(VerifiedSegment::servedBytes).sum();
    }

    /** What is odd, over all segments; offsets are relative to the segment. */
    public List<Observation> observations() {
        return segments.stream()
                .flatMap(segment -> segment.observations().stream())
                .toList();
    }
}
