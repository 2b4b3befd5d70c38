package io.github.aquaspec.goal;

import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.report.LiveBlock;
import io.github.aquaspec.spec.diagnostic.Printable;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/**
 * The one way to Maven's log. Whatever a line is made of, of a manifest, a file name or a server's words: it stays one
 * line, it holds no secret that this goal knows, and nothing in it drives a terminal or a CI server.
 */
final class GuardedLog implements Log {

    private final Log log;
    private final Redaction redaction;
    private final LiveBlock block;

    /**
     * A log.
     *
     * @param block stays below what is said
     */
    GuardedLog(Log log, Redaction redaction, LiveBlock block) {
        this.log = log;
        this.redaction = redaction;
        this.block = block;
    }

    /** A text as it may be shown, on one line, where a goal knows these secrets. */
    static String line(CharSequence text, Redaction redaction) {
        return redaction.apply(Printable.of(redaction.apply(text.toString())));
    }

    /** A text as it may be shown, on one line. */
    String line(CharSequence text) {
        return line(text, redaction);
    }

    /** Shows a text of several lines, each of which begins with words of ours. */
    void lines(Severity severity, String text) {
        String shown = text.lines().map(this::line).collect(Collectors.joining("\n"));
        switch (severity) {
            case ERROR -> say(() -> log.error(shown));
            case WARNING -> say(() -> log.warn(shown));
            case NOTE -> say(() -> log.info(shown));
        }
    }

    /** The trouble with its trace, in words that may be shown. */
    PrintableCause cause(Throwable trouble) {
        return PrintableCause.of(trouble, this::line);
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        say(() -> log.debug(line(content)));
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        say(() -> log.debug(line(content), cause(error)));
    }

    @Override
    public void debug(Throwable error) {
        say(() -> log.debug(cause(error)));
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence content) {
        say(() -> log.info(line(content)));
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        say(() -> log.info(line(content), cause(error)));
    }

    @Override
    public void info(Throwable error) {
        say(() -> log.info(cause(error)));
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        say(() -> log.warn(line(content)));
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        say(() -> log.warn(line(content), cause(error)));
    }

    @Override
    public void warn(Throwable error) {
        say(() -> log.warn(cause(error)));
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence content) {
        say(() -> log.error(line(content)));
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        say(() -> log.error(line(content), cause(error)));
    }

    @Override
    public void error(Throwable error) {
        say(() -> log.error(cause(error)));
    }

    private void say(Runnable what) {
        block.above(what);
    }
}
