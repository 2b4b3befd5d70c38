package io.github.aquaspec.emulator.http;

import java.util.List;

/**
 * One spelling for the many that AQuA takes: no double slash, no slash at the end, no alias of the old host, one path
 * for files.
 */
final class PlainPath {

    private static final String OLD_HOST = "/apps/api/";
    private static final String FILES = "/v1/files/";
    private static final List<String> FILE_ALIASES = List.of("/v1/file/", "/v1/batch-query/file/");

    private PlainPath() {}

    static String of(String path) {
        String plain = path.replaceAll("/{2,}", "/");
        if (plain.length() > 1 && plain.endsWith("/")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        if (plain.startsWith(OLD_HOST)) {
            plain = "/v1/" + plain.substring(OLD_HOST.length());
        }
        for (String alias : FILE_ALIASES) {
            if (plain.startsWith(alias)) {
                return FILES + plain.substring(alias.length());
            }
        }
        return plain;
    }
}
