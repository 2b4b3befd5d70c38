package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.model.Param;

/** Values that stand in for those which nobody has given yet, so that a query with them can be read. */
final class StandIns {

    private StandIns() {}

    static TypedText of(Param.Type type) {
        return new TypedText(
                type,
                switch (type) {
                    case TEXT -> "x";
                    case NUMBER -> "1";
                    case BOOLEAN -> "true";
                    case DATE -> "2020-01-01";
                    case DATE_TIME -> "2020-01-01T00:00:00Z";
                });
    }
}
