package io.github.aquaspec.report.page;

import java.util.Arrays;
import java.util.Optional;

/** How something stands. Each has a mark, a word and a colour; none is told by its colour alone. */
enum Mark {
    SUCCEEDED("succeeded", "published", "good", "M0-7a7 7 0 1 1 0 14a7 7 0 1 1 0-14zM-3.4 .2l2.4 2.6 4.6-5.2"),
    FAILED("failed", "failed", "bad", "M-6-6h12v12h-12zM-2.8-2.8l5.6 5.6M2.8-2.8l-5.6 5.6"),
    SKIPPED("skipped", "skipped", "quiet", "M0-6.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13zM-3 0h6"),
    RUNNING("running", "unfinished", "open", "M0-6.5a6.5 6.5 0 1 1-6.5 6.5M0-3.4v3.9l2.6 1.6"),
    WARNED("warned", "warned", "care", "M0-7l7 12.5h-14zM0-2.6v4M0 3.2v.6"),
    ACCEPTED("accepted", "accepted", "quiet", "M-6-6h12v12h-12zM-3 0l2 2.4 4-4.6"),
    UNKNOWN("unknown", "not known", "quiet", "M-5.5 0h2M-1 0h2M3.5 0h2"),
    ABSENT(
            "absent",
            "not begun",
            "quiet",
            "M-6-6h3M-1.5-6h3M3-6h3v3M6-1.5v3M6 3v3h-3M1.5 6h-3M-3 6h-3v-3M-6 1.5v-3M-6-3v-3");

    private final String id;
    private final String word;
    private final String style;
    private final String shape;

    Mark(String id, String word, String style, String shape) {
        this.id = id;
        this.word = word;
        this.style = style;
        this.shape = shape;
    }

    /** The one that a receipt names. */
    static Optional<Mark> of(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    String word() {
        return word;
    }

    String style() {
        return style;
    }

    /** Its mark in a picture, drawn about a point. */
    Element shape() {
        return Element.of("path", "mark " + style).with("d", shape);
    }

    /** Its mark in a line of text. */
    Element mark() {
        return Element.of("svg", "mark")
                .with("viewBox", "-8 -8 16 16")
                .with("width", "16")
                .with("height", "16")
                .with("aria-hidden", "true")
                .add(shape());
    }

    /** Mark and word. */
    Element shown() {
        return shown(word);
    }

    /** The mark with another word. */
    Element shown(String other) {
        return Element.of("span", "standing " + style)
                .add(mark())
                .add(Element.of("span").text(other));
    }
}
