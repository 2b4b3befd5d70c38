package io.github.aquaspec.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A request as a reader takes it from what {@code aqua:plan} prints.
 *
 * @param line method and address
 * @param headers by name, in any case
 * @param body its lines, less the indent, each with its end
 */
record PrintedRequest(String line, SortedMap<String, String> headers, String body) {

    /** All of them, in the order of the log. */
    static List<PrintedRequest> in(List<String> log) {
        List<PrintedRequest> all = new ArrayList<>();
        for (int at = 0; at < log.size(); at++) {
            if (log.get(at).startsWith("  POST ")) {
                all.add(from(log, at));
            }
        }
        return all;
    }

    private static PrintedRequest from(List<String> log, int start) {
        SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int at = start + 1;
        for (; !log.get(at).isEmpty(); at++) {
            String[] header = log.get(at).substring(2).split(": ", 2);
            headers.put(header[0], header[1]);
        }
        StringBuilder body = new StringBuilder();
        String line;
        do {
            at++;
            line = log.get(at);
            body.append(line.substring(2)).append('\n');
        } while (!line.equals("  }"));
        return new PrintedRequest(log.get(start).substring(2), headers, body.toString());
    }
}
