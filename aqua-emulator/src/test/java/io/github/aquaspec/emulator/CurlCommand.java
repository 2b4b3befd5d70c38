package io.github.aquaspec.emulator;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A curl command as documentation shows it, understood without curl: {@code -s -u -H -d -X} and an address. */
record CurlCommand(String method, String target, Map<String, String> headers, String body) {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Pattern COMMENT = Pattern.compile("\\s{2,}#\\s.*$", Pattern.MULTILINE);

    /** The commands in a text of a shell; other lines are none. */
    static List<CurlCommand> in(String shell) {
        List<CurlCommand> commands = new ArrayList<>();
        for (String part : COMMENT.matcher(shell).replaceAll("").split("\\n\\n|(?m)^(?=curl )", -1)) {
            if (part.startsWith("curl ")) {
                commands.add(of(part.substring("curl ".length()).replace("\\\n", " ")));
            }
        }
        return commands;
    }

    /** Sends it to an emulator, whatever its address is in the text. */
    HttpResponse<byte[]> send(PlainClient client) throws Exception {
        return client.send(method, target, body, headers);
    }

    private static CurlCommand of(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        String method = "";
        String target = "";
        String body = "";
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            switch (word(words)) {
                case "-s" -> {}
                case "-X" -> method = next(words);
                case "-d" -> body = next(words);
                case "-u" ->
                    headers.put(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString(next(words).getBytes()));
                case "-H" -> {
                    String[] header = next(words).split(": ", 2);
                    headers.put(header[0], header[1]);
                }
                default -> target = word(words).replaceFirst("^(\\$BASE|http://[^/]*)", "");
            }
        }
        if (!body.isEmpty()) {
            headers.putIfAbsent("Content-Type", "application/x-www-form-urlencoded");
        }
        String usual = body.isEmpty() ? "GET" : "POST";
        return new CurlCommand(method.isEmpty() ? usual : method, target, headers, body);
    }

    private static String next(Matcher words) {
        if (!words.find()) {
            throw new IllegalArgumentException("an option has nothing behind it");
        }
        return word(words);
    }

    private static String word(Matcher words) {
        for (int group = 1; group <= words.groupCount(); group++) {
            if (words.group(group) != null) {
                return words.group(group);
            }
        }
        throw new IllegalStateException("a word is one of the three");
    }
}
