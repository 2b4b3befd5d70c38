package io.github.aquaspec.goal;

import io.github.aquaspec.http.Redaction;
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

    GuardedLog(Log log, Redaction redaction) {
        this.log = log;
        this.redaction = redaction;
    }

    /** A text as it may be shown, on one line. */
    String line(CharSequence text) {
        return redaction.apply(Printable.of(redaction.apply(text.toString())));
    }

    /** Shows a text of several lines, each of which begins with words of ours. */
    void lines(Severity severity, String text) {
        String shown = text.lines().map(this::line).collect(Collectors.joining("\n"));
        switch (severity) {
            case ERROR -> log.error(shown);
            case WARNING -> log.warn(shown);
            case NOTE -> log.info(shown);
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
        log.debug(line(content));
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        log.debug(line(content), cause(error));
    }

    @Override
    public void debug(Throwable error) {
        log.debug(cause(error));
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence content) {
        log.info(line(content));
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        log.info(line(content), cause(error));
    }

    @Override
    public void info(Throwable error) {
        log.info(cause(error));
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        log.warn(line(content));
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        log.warn(line(content), cause(error));
    }

    @Override
    public void warn(Throwable error) {
        log.warn(cause(error));
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence content) {
        log.error(line(content));
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        log.error(line(content), cause(error));
    }

    @Override
    public void error(Throwable error) {
        log.error(cause(error));
    }
}
