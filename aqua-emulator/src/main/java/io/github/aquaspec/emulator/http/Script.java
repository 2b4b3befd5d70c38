package io.github.aquaspec.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests to {@code /emulator} in a file: blocks of a line {@code METHOD /emulator/…} and the JSON of its body below.
 * Lines that begin with {@code #} are comments.
 *
 * @param name of the file, for messages
 * @param blocks in their order
 */
public record Script(String name, List<Block> blocks) {

    private static final Pattern HEAD = Pattern.compile("([A-Z]+)\\s+(/\\S*)");
    private static final String EXAMPLE = "POST /emulator/settings";

    /**
     * One request.
     *
     * @param line of the method, from 1
     * @param target path and query
     * @param body JSON, or empty
     */
    public record Block(int line, String method, String target, String body) {

        Request request() {
            int mark = target.indexOf('?');
            return new Request(
                    method,
                    mark < 0 ? target : target.substring(0, mark),
                    mark < 0 ? "" : target.substring(mark + 1),
                    Map.of(),
                    body.getBytes(StandardCharsets.UTF_8));
        }
    }

    public Script {
        blocks = List.copyOf(blocks);
    }

    /**
     * The script in a text.
     *
     * @throws ScriptFailure when a line belongs to no block, or a block to no endpoint of the emulator
     */
    public static Script read(String name, String text) {
        List<Block> blocks = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher head = HEAD.matcher(line.strip());
            if (head.matches()) {
                blocks.add(new Block(number, head.group(1), target(name, number, head.group(2)), ""));
            } else if (!line.isBlank() && !line.strip().startsWith("#")) {
                if (blocks.isEmpty()) {
                    throw new ScriptFailure(
                            name, number, "a block begins with a method and a path, such as " + EXAMPLE);
                }
                Block last = blocks.remove(blocks.size() - 1);
                blocks.add(new Block(last.line(), last.method(), last.target(), last.body() + line + '\n'));
            }
        }
        return new Script(name, blocks);
    }

    private static String target(String name, int line, String path) {
        if (!Control.isFor(path.replaceAll("\\?.*", ""))) {
            throw new ScriptFailure(name, line, "a script changes the emulator only, by paths such as " + EXAMPLE);
        }
        return path;
    }
}
