package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.model.Param;
import io.github.aquaspec.spec.model.WindowSlot;

/** What came of looking for the value of a placeholder. */
sealed interface Resolved {

    /**
     * A value.
     *
     * @param value what stands in place of the placeholder
     */
    record Given(TypedText value) implements Resolved {}

    /**
     * An end of the window, which only a run knows.
     *
     * @param edge which end
     */
    record Open(WindowSlot.Edge edge) implements Resolved {}

    /**
     * Something that may be set and is not; that has been told.
     *
     * @param type what it would be
     */
    record Unset(Param.Type type) implements Resolved {}

    /** Nothing that can be read; that has been told. */
    record Refused() implements Resolved {}
}
