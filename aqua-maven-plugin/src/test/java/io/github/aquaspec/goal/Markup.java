package io.github.aquaspec.goal;

import java.util.regex.Pattern;

/** The marks that descriptors keep of the Javadoc. */
final class Markup {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private Markup() {}

    /** The same in Markdown, on one line. What has no counterpart is refused. */
    static String markdown(String html) {
        String text = html.replaceAll("</?code>", "`").replaceAll("\\s*<br ?/>\\s*", " ");
        if (TAG.matcher(text).find()) {
            throw new AssertionError("no Markdown for what stands here: " + html);
        }
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replace("|", "\\|")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
