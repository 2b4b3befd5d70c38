package io.github.aquaspec.run.plan;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Times without a zone, as {@code incrementalTime} is written: in the data centre's zone and to the second (Zuora API
 * reference, Submit a query job). Where clocks are set back, one such time means two instants.
 *
 * @param zone in which the data centre reads them
 */
public record DataCentreTime(ZoneId zone) {

    /** With no {@code T}. */
    public static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /**
     * The latest time that means no instant behind the given one, however it is read: a window that begins too early
     * brings records twice, one that begins too late loses them.
     */
    public LocalDateTime notAfter(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.SECONDS);
        boolean mayMeanLater = meanings(local).stream().anyMatch(meant -> meant.isAfter(instant));
        if (!mayMeanLater) {
            return local;
        }
        ZoneOffsetTransition setBack = zone.getRules().getTransition(local);
        return setBack.getDateTimeAfter().minusSeconds(1);
    }

    /** The instants that a time may mean: two where clocks are set back, and two readings where they skip it. */
    public Set<Instant> meanings(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = zone.getRules().getTransition(local);
            offsets = List.of(gap.getOffsetBefore(), gap.getOffsetAfter());
        }
        Set<Instant> meanings = new LinkedHashSet<>();
        offsets.forEach(offset -> meanings.add(local.toInstant(offset)));
        return meanings;
    }
}
