package io.github.aquaspec.emulator.file;

import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;

/**
 * How lines of a result file end, which nobody documents.
 *
 * @param lineEnd what stands between two lines
 * @param finalNewline whether it stands behind the last one too
 */
record CsvDialect(String lineEnd, boolean finalNewline) {

    static CsvDialect of(Settings settings) {
        return new CsvDialect(
                settings.get(Setting.LINE_END).equals("crlf") ? "\r\n" : "\n", settings.get(Setting.FINAL_NEWLINE));
    }
}
