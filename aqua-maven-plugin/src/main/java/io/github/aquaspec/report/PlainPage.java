package io.github.aquaspec.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown of our pages as plain text: headings stand at the margin, what is below them two blanks to the right, samples
 * four more; a link is its words, with the file behind them where it is no other page.
 */
final class PlainPage {

    private static final int WIDTH = 100;
    private static final String TEXT = "  ";
    private static final String SAMPLE = "      ";
    private static final Pattern PAGE_LINK = Pattern.compile("\\[([^\\]]+)\\]\\(AQ\\d{3}\\.md\\)");
    private static final Pattern WEB_LINK = Pattern.compile("\\[([^\\]]+)\\]\\((https?://[^)]+)\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\((?:\\.\\./)?([^)]+)\\)");
    /** Strong words; stars within code are its own. */
    private static final Pattern STRONG = Pattern.compile("(`[^`]*`)|\\*\\*([^*`]+)\\*\\*");

    private final List<String> lines = new ArrayList<>();

    private PlainPage() {}

    static List<String> of(String markdown) {
        PlainPage page = new PlainPage();
        boolean sample = false;
        for (String line : markdown.lines().toList()) {
            if (line.stripLeading().startsWith("```")) {
                sample = !sample;
            } else if (sample) {
                page.lines.add((SAMPLE + line).stripTrailing());
            } else if (line.startsWith("#")) {
                page.lines.add(line.replaceFirst("^#+ ", ""));
            } else {
                page.wrap(words(line));
            }
        }
        return page.lines;
    }

    private static String words(String line) {
        String pages = PAGE_LINK.matcher(line).replaceAll("$1");
        String addresses = WEB_LINK.matcher(pages).replaceAll("$1 ($2)");
        String files = LINK.matcher(addresses).replaceAll("$1 (docs/$2)");
        return STRONG.matcher(files)
                .replaceAll(part -> Matcher.quoteReplacement(part.group(1) == null ? part.group(2) : part.group(1)));
    }

    /** Adds a paragraph, or an item of a list, whose further lines stand below its first word. */
    private void wrap(String text) {
        String first = TEXT + " ".repeat(text.length() - text.stripLeading().length());
        String further = text.startsWith("- ") ? first + "  " : first;
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.strip().split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(further);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString().stripTrailing());
    }
}
