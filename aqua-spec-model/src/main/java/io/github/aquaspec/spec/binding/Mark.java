package io.github.aquaspec.spec.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A dollar sign with a meaning in a value. */
sealed interface Mark {

    /** An escape, or a placeholder; one that is not closed ends with the value. */
    Pattern FORM = Pattern.compile("\\$\\$|\\$\\{[^}]*}?");

    /** The first char of it, from 0. */
    int from();

    /** The char behind its last. */
    int to();

    /**
     * {@code $$}, which stands for {@code $}.
     *
     * @param from its first char
     * @param to the char behind it
     */
    record Escape(int from, int to) implements Mark {}

    /**
     * {@code ${name}}, {@code ${name:-fallback}} or {@code ${name:?message}}.
     *
     * @param from its first char
     * @param to the char behind it
     * @param written all of it
     * @param name what is read
     * @param fallback what stands there when that is not set or empty
     * @param message what to say when it is not set
     */
    record Placeholder(
            int from, int to, String written, String name, Optional<String> fallback, Optional<String> message)
            implements Mark {

        boolean isClosed() {
            return written.endsWith("}");
        }

        boolean holdsAnother() {
            return written.indexOf("${", 2) >= 0;
        }

        /** The rest of the name behind a word and a dot; empty when it does not start so. */
        Optional<String> behind(String word) {
            return name.startsWith(word + ".") ? Optional.of(name.substring(word.length() + 1)) : Optional.empty();
        }

        private static Placeholder of(int from, String written) {
            String inner = written.substring(2, written.length() - (written.endsWith("}") ? 1 : 0));
            int dash = inner.indexOf(":-");
            int question = inner.indexOf(":?");
            boolean falls = dash >= 0 && (question < 0 || dash < question);
            int end = falls ? dash : question;
            Optional<String> rest = end < 0 ? Optional.empty() : Optional.of(inner.substring(end + 2));
            return new Placeholder(
                    from,
                    from + written.length(),
                    written,
                    end < 0 ? inner : inner.substring(0, end),
                    rest.filter(r -> falls),
                    rest.filter(r -> !falls));
        }
    }

    /** All marks of a value, in its order. */
    static List<Mark> in(String value) {
        List<Mark> marks = new ArrayList<>();
        Matcher dollar = FORM.matcher(value);
        while (dollar.find()) {
            String text = dollar.group();
            marks.add(
                    text.equals("$$")
                            ? new Escape(dollar.start(), dollar.end())
                            : Placeholder.of(dollar.start(), text));
        }
        return marks;
    }
}
