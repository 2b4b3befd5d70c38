package io.github.aquaspec.emulator.file;

import io.github.aquaspec.emulator.file.CellFormat.DateTimes;
import java.time.ZoneId;

/** The format of cells in today's API versions. */
final class Cells {

    private Cells() {}

    static CellFormat of(ZoneId zone, String nullReplacement) {
        return new CellFormat(zone, DateTimes.WHOLE, nullReplacement, false);
    }
}
