package io.github.aquaspec.http;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Takes every known secret out of a text, in each form in which it can turn up. Safe for threads. */
public final class Redaction {

    private static final String HIDDEN = "••••";

    /** Whoever has three characters for a secret has none; taking them out would blacken every text. */
    private static final int SHORTEST = 4;

    private final Map<String, SecretForms> secrets = new ConcurrentHashMap<>();

    /**
     * Remembers a secret. One of four or five characters is taken out where it stands as a word of its own, a longer one
     * wherever it stands.
     */
    public void add(Secret secret) {
        if (secret.reveal().length() >= SHORTEST) {
            secrets.computeIfAbsent(secret.reveal(), SecretForms::new);
        }
    }

    /** The text with {@code ••••} in place of every secret. */
    public String apply(String text) {
        return apply(text, false);
    }

    /** The same for a text that was cut off: the beginning of a secret at its end goes as well. */
    public String applyToBeginning(String text) {
        return apply(text, true);
    }

    private String apply(String text, boolean cut) {
        BitSet hidden = new BitSet();
        secrets.values().forEach(secret -> secret.mark(text, cut, hidden));
        return hidden.isEmpty() ? text : withoutHidden(text, hidden);
    }

    private static String withoutHidden(String text, BitSet hidden) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int next = hidden.nextSetBit(at);
            int visible = next < 0 ? text.length() : next;
            out.append(text, at, visible);
            if (next >= 0) {
                out.append(HIDDEN);
                at = hidden.nextClearBit(next);
            } else {
                at = visible;
            }
        }
        return out.toString();
    }
}
