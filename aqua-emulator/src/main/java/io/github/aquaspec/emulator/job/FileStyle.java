package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.file.CellFormat;
import io.github.aquaspec.emulator.file.CellFormat.DateTimes;
import io.github.aquaspec.emulator.file.Packing;
import io.github.aquaspec.emulator.query.QueryText;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** How the files of one job look. */
record FileStyle(JobRequest request, ZoneId tenantZone, Settings settings) {

    /** What is round the rows. */
    Packing packing() throws IOException {
        return Packing.of(request.format(), isEncrypted(), settings);
    }

    /** How the cells of one query are written; before API version 69 dateTimes are another matter. */
    CellFormat cells(QueryText query) {
        boolean old = !query.tellsDatesFromDateTimes();
        boolean dateOnly = old && settings.get(Setting.OLD_DATE_TIMES).equals("date");
        // dateTimeUtc is for version 69 and later (Zuora documentation, AQuA: post query).
        ZoneId zone = request.dateTimeUtc() && !old ? ZoneOffset.UTC : tenantZone;
        return new CellFormat(
                zone,
                dateOnly ? DateTimes.DATE_ONLY : DateTimes.WHOLE,
                request.nullReplacement(),
                settings.get(Setting.FORMULA_GUARD));
    }

    /** Whether the values of secure fields are hidden. */
    boolean masks() {
        return !isEncrypted() || !settings.get(Setting.UNMASK_SECURE_FIELDS);
    }

    private boolean isEncrypted() {
        return request.encrypted().equals("pgp");
    }
}
