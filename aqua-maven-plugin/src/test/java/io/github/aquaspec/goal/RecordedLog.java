package io.github.aquaspec.goal;

import io.github.aquaspec.Said;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** A log that remembers what a goal says, each line with its level in front, as Maven shows it. */
final class RecordedLog implements Log, Said {

    private final List<String> said = new ArrayList<>();
    private String awaited = "";
    private Runnable reaction = () -> {};

    /** Everything, as one text. */
    @Override
    public synchronized String text() {
        return String.join("\n", said);
    }

    /** What was said at one level, such as {@code ERROR}. */
    synchronized List<String> at(String level) {
        String prefix = "[" + level + "] ";
        return said.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    /** Does something as soon as a line says this. */
    synchronized void onSay(String words, Runnable what) {
        awaited = words;
        reaction = what;
    }

    private synchronized void say(String level, CharSequence content) {
        said.add("[" + level + "] " + content);
        if (content.toString().contains(awaited)) {
            reaction.run();
        }
    }

    @Override
    public boolean isDebugEnabled() {
        return true;
    }

    @Override
    public void debug(CharSequence content) {
        say("DEBUG", content);
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        say("DEBUG", content + " " + error);
    }

    @Override
    public void debug(Throwable error) {
        say("DEBUG", error.toString());
    }

    @Override
    public boolean isInfoEnabled() {
        return true;
    }

    @Override
    public void info(CharSequence content) {
        say("INFO", content);
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        say("INFO", content + " " + error);
    }

    @Override
    public void info(Throwable error) {
        say("INFO", error.toString());
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public void warn(CharSequence content) {
        say("WARNING", content);
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        say("WARNING", content + " " + error);
    }

    @Override
    public void warn(Throwable error) {
        say("WARNING", error.toString());
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    public void error(CharSequence content) {
        say("ERROR", content);
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        say("ERROR", content + " " + error);
    }

    @Override
    public void error(Throwable error) {
        say("ERROR", error.toString());
    }
}
