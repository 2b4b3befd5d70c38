package io.github.aquaspec.verify;

import java.util.List;

/**
 * One served body that is complete and sound.
 *
 * @param servedBytes as it came, compressed or not
 * @param servedSha256 of those bytes, 64 lower-case hex digits
 * @param records without the header
 * @param observations what is odd about it
 */
public record VerifiedSegment(long servedBytes, String servedSha256, long records, List<Observation> observations) {

    public VerifiedSegment {
        observations = List.copyOf(observations);
    }
}
