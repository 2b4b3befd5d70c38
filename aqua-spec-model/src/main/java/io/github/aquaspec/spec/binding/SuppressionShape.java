package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.model.Suppression;
import java.util.List;
import java.util.Optional;

/** The keys of an item of {@code suppress}. */
final class SuppressionShape {

    static final Reader<List<Suppression>> READER = Readers.list(
            "a list of codes with reasons",
            Readers.object(
                    "a mapping with code and reason",
                    "{\"code\": \"AQ306\", \"reason\": \"why\"}",
                    SuppressionShape::of));

    private SuppressionShape() {}

    private static Optional<Suppression> of(Members suppression) {
        Optional<String> code = suppression.required("code", Scalars.neededText());
        Optional<String> reason = suppression.required("reason", Scalars.neededText());
        return code.flatMap(id -> reason.map(why -> new Suppression(id, why)));
    }
}
